using System.Text;
using System.Text.Json;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Api;

/// <summary>Sending again: what is parked, everything since a point, or the present state of some people.</summary>
public static class ReplayDoors
{
    private const int MostIds = 1000;

    public static void MapReplays(this IEndpointRouteBuilder group)
    {
        group.MapGet("/{name}/parked", ParkedAsync).Does(Operation.ReadSubscriptions).WithName("listParked")
            .WithSummary("Deliveries that wait for a person: which change, whose, why.").Produces<Answers.Page<Parked>>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/parked/replay", ReplayParked).Does(Operation.ManageSubscriptions).WithName("replayParked")
            .WithSummary("Try everything parked again, oldest first.").Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/{name}/replay/preview", PreviewAsync).Does(Operation.ManageSubscriptions).WithName("previewReplay")
            .WithSummary("What setting the subscription back would send: how many changes, whose, and the first events without values.")
            .Produces<Preview>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/replay", ReplayAsync).Does(Operation.ManageSubscriptions).WithName("replaySubscription")
            .WithSummary("Set the subscription back: every change since then is sent again, in order, with the values of today.")
            .Produces<Preview>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/{name}/refresh", Refresh).Does(Operation.ManageSubscriptions).WithName("refreshSubscription")
            .WithSummary("Tell the present state of these people again.").Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ParkedAsync(SubscriptionDesk desk, string name, CancellationToken cancellationToken) => desk.Find(name) is { } subscription
        ? Results.Ok(new Answers.Page<Parked>(
            [.. (await desk.ParkedAsync(subscription, cancellationToken)).Select(row => new Parked(row.Sequence, row.Ids, row.Code, row.Detail, row.Attempts, row.At))], null))
        : Problems.Unknown("subscription");

    private static IResult ReplayParked(SubscriptionDesk desk, string name) => desk.Find(name) is not { } subscription ? Problems.Unknown("subscription")
        : desk.ReplayParked(subscription) ? Results.Accepted($"/v1/subscriptions/{name}/parked") : NotSending();

    private static Task<IResult> PreviewAsync(SubscriptionDesk desk, string name, From from, CancellationToken cancellationToken) =>
        LookAsync(desk, name, from, (_, range) => Task.FromResult(Results.Ok(Preview.Of(range))), cancellationToken);

    private static Task<IResult> ReplayAsync(HttpContext context, SubscriptionDesk desk, string name, From from, CancellationToken cancellationToken) => LookAsync(
        desk,
        name,
        from,
        async (subscription, range) =>
        {
            if (range.Capped)
            {
                return Problems.TooMuch(from.Cap ?? ReplayPlanner.UsualCap);
            }

            var fresh = await desk.FreshnessAsync(subscription, cancellationToken);
            if (desk.Planner.Loops(fresh.State))
            {
                return Problems.Loop(ReplayPlanner.MostRewinds);
            }

            await desk.RewindAsync(subscription, range.After, context.User.Account()!, cancellationToken);
            return Results.Accepted($"/v1/subscriptions/{name}", Preview.Of(range));
        },
        cancellationToken);

    private static IResult Refresh(SubscriptionDesk desk, string name, People people)
    {
        if (desk.Find(name) is not { } subscription)
        {
            return Problems.Unknown("subscription");
        }

        var ids = new List<GoldenId>();
        foreach (var text in people.Ids ?? [])
        {
            if (!GoldenId.TryParse(text, out var id))
            {
                return Problems.Invalid("ids", "Every id is eight letters and a check character.");
            }

            ids.Add(id);
        }

        return ids.Count is 0 or > MostIds ? Problems.Invalid("ids", $"Name 1 to {MostIds} golden ids.")
            : desk.Refresh(subscription, ids) ? Results.Accepted($"/v1/subscriptions/{name}") : NotSending();
    }

    private static async Task<IResult> LookAsync(
        SubscriptionDesk desk, string name, From from, Func<Subscription, ReplayRange, Task<IResult>> then, CancellationToken cancellationToken)
    {
        if (desk.Find(name) is not { } subscription)
        {
            return Problems.Unknown("subscription");
        }

        var after = from switch
        {
            { Cursor: { } cursor } => await desk.Planner.FindAsync(cursor, cancellationToken),
            { Since: { } since } => await desk.Planner.FindAsync(since, cancellationToken),
            { Sequence: { } sequence and >= 0 } => sequence,
            _ => null,
        };
        return after is { } place
            ? await then(subscription, await desk.PreviewAsync(subscription, place, Math.Max(1, from.Cap ?? ReplayPlanner.UsualCap), cancellationToken))
            : Problems.Invalid("from", "Give one of 'cursor' (of this feed), 'since' (an instant) and 'sequence' (of an event).");
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult NotSending() => Problems.Busy("The subscription is not sending on this node: release or resume it first.");

    /// <summary>Where to go back to: one of the three, and the most changes to send again.</summary>
    public sealed record From(string? Cursor, DateTimeOffset? Since, long? Sequence, int? Cap);

    public sealed record People(IReadOnlyList<string>? Ids);

    /// <summary>A delivery that waits for a person; later changes of the same people wait behind it.</summary>
    public sealed record Parked(long Sequence, IReadOnlyList<string> Ids, string Code, string Detail, int Attempts, DateTimeOffset At);

    /// <param name="Sample">The first events as they would be sent, without values.</param>
    public sealed record Preview(long After, long Until, long Changes, bool Capped, int People, IReadOnlyList<string> Ids, IReadOnlyList<JsonElement> Sample)
    {
        private static readonly Uri Hub = new("urn:integrationhub");

        public static Preview Of(ReplayRange range) => new(
            range.After, range.Until, range.Changes, range.Capped, range.People, range.Ids,
            [.. range.Sample.Select(told => JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(CloudEvent.Write(Hub, told).Span)))]);
    }
}
