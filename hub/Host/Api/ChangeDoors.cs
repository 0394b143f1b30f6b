using IntegrationHub.Host.Access;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;

namespace IntegrationHub.Host.Api;

/// <summary>The change feed: what happened to the people a reader may know, in commit order.</summary>
public static class ChangeDoors
{
    public static void MapChanges(this IEndpointRouteBuilder api) => api.MapGet("/changes", ReadAsync).Does(Operation.ReadChanges).HasInventedPeople()
        .WithTags("Changes").WithName("readChanges")
        .WithSummary("Changes after a cursor. 'wait' holds the answer up to that many seconds until there is one. Ids, versions and attribute names only; 'people=true' adds how every id they touch stands now, with permitted values.")
        .Produces<Feed>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status410Gone);

    private static async Task<IResult> ReadAsync(
        CurrentReader current, string? cursor, int? limit, int? wait, bool? people, CancellationToken cancellationToken)
    {
        var (reader, feed) = (await current.OpenAsync(cancellationToken), await current.FeedAsync(cancellationToken));
        var read = await feed.ReadAsync(reader, cursor, limit ?? 100, TimeSpan.FromSeconds(Math.Clamp(wait ?? 0, 0, 60)), cancellationToken);
        return read switch
        {
            FeedRead.Page { Value: var page } => Results.Ok(new Feed(
                [.. page.Changes.Select(Change.Of)], page.Next, page.More, people == true ? await PeopleAsync(reader, page, cancellationToken) : null, current.IsTest ? true : null)),
            FeedRead.Expired expired => Problems.CursorExpired(expired.Detail),
            FeedRead.Malformed malformed => Problems.Invalid(nameof(cursor), malformed.Detail),
            _ => throw new InvalidOperationException("an unknown feed answer"),
        };
    }

    private static Task<IReadOnlyList<PersonState>> PeopleAsync(ContractReader reader, FeedPage page, CancellationToken cancellationToken) =>
        reader.DescribeAsync([.. page.Changes.SelectMany(change => change.Touched).Distinct()], SubscriptionFilter.None, withValues: true, cancellationToken);

    /// <param name="Changes">In commit order; may be empty although the cursor moved on.</param>
    /// <param name="Next">Cursor for the next call; keep it once the changes are dealt with.</param>
    /// <param name="More">True when more is there already: read on at once.</param>
    /// <param name="People">When asked for: every id these changes touch, as it stands now, with the values the contract permits.</param>
    /// <param name="Test">True for a test key: these people do not exist. Absent otherwise.</param>
    public sealed record Feed(IReadOnlyList<Change> Changes, string Next, bool More, IReadOnlyList<PersonState>? People = null, bool? Test = null);

    /// <summary>One change. A receiver that ignores versions older than the one it holds is always right.</summary>
    public sealed record Change(
        string Id, long Sequence, Mdm.Model.ChangeKind Kind, string Golden, long Version, DateTimeOffset At,
        IReadOnlyList<string> Touched, IReadOnlyList<string> Attributes, string Reason)
    {
        public static Change Of(ChangeView view) => new(
            view.Cursor, view.Sequence, view.Kind, view.Golden.ToString(), view.Version, view.At,
            [.. view.Touched.Select(id => id.ToString())], view.Attributes, view.Reason);
    }
}
