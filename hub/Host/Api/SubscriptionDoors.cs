using System.Text;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Api;

/// <summary>Subscriptions: create and change by document, release, pause, stop, test, see how far behind they are.</summary>
public static class SubscriptionDoors
{
    private const int LongestDocument = 64 << 10;

    public static void MapSubscriptions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/subscriptions").WithTags("Subscriptions");
        group.MapGet("", ListAsync).Does(Operation.ReadSubscriptions).WithName("listSubscriptions")
            .WithSummary("Subscriptions with their contract and how far they are behind.").Produces<Answers.Page<SubscriptionAnswer>>();
        group.MapGet("/{name}", FindAsync).Does(Operation.ReadSubscriptions).WithName("getSubscription")
            .WithSummary("One subscription.").Produces<SubscriptionAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPut("/{name}", SaveAsync).Does(Operation.ManageSubscriptions).WithName("saveSubscription")
            .WithSummary("Create or change by a YAML document; secrets by reference. A new one is held until it is released.")
            .Accepts<string>("application/yaml").Produces<SubscriptionAnswer>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapDelete("/{name}", RemoveAsync).Does(Operation.ManageSubscriptions).WithName("removeSubscription")
            .WithSummary("Remove; cursor and history stay on record.").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/release", ReleaseAsync).Does(Operation.ManageSubscriptions).WithName("releaseSubscription")
            .WithSummary("Let it send. 'from': beginning, now, or a feed cursor (of a snapshot, say); without it, it goes on where it stood.")
            .Produces<SubscriptionAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/pause", PauseAsync).Does(Operation.ManageSubscriptions).WithName("pauseSubscription")
            .WithSummary("Send nothing until it is resumed; nothing is lost.").Produces<SubscriptionAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/resume", ResumeAsync).Does(Operation.ManageSubscriptions).WithName("resumeSubscription")
            .WithSummary("Go on where it stood.").Produces<SubscriptionAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/stop", StopAsync).Does(Operation.ManageSubscriptions).WithName("stopSubscription")
            .WithSummary("Stop for good, until somebody releases it again.").Produces<SubscriptionAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/test", TestAsync).Does(Operation.ManageSubscriptions).WithName("testSubscription")
            .WithSummary("Send an event that names nobody, and say how it was taken.").Produces<Tested>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/key", KeyAsync).Does(Operation.ManageSubscriptions).WithName("createSubscriptionKey")
            .WithSummary("A key that sees exactly what the subscription does; shown once. 'test=true': a key for its developers, that sees the same of a dozen invented people with a change of every kind, and never a real person.").Produces<NewKey>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapReplays();
        group.MapReconciliation();
    }

    private static async Task<IResult> ListAsync(SubscriptionDesk desk, CancellationToken cancellationToken) => Results.Ok(new Answers.Page<SubscriptionAnswer>(
        [.. (await desk.ListAsync(cancellationToken)).Select(one => SubscriptionAnswer.Of(one.Subscription, one.Freshness))], null));

    private static Task<IResult> FindAsync(SubscriptionDesk desk, string name, CancellationToken cancellationToken) =>
        DoAsync(desk, name, _ => Task.CompletedTask, cancellationToken);

    private static async Task<IResult> SaveAsync(
        HttpContext context, SubscriptionDesk desk, SubscriptionBoard board, string name, CancellationToken cancellationToken)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await body.ReadToEndAsync(cancellationToken);
        if (text.Length > LongestDocument)
        {
            return Problems.Invalid("body", "A subscription's document is a page of YAML.");
        }

        try
        {
            var saved = await board.SaveAsync(name, text, context.User.Account()!, cancellationToken);
            return Results.Ok(SubscriptionAnswer.Of(saved, await desk.FreshnessAsync(saved, cancellationToken)));
        }
        catch (DocumentException wrong)
        {
            return Problems.WrongDocument(wrong.Errors);
        }
        catch (FormatException secret)
        {
            return Problems.Invalid("secrets", secret.Message);
        }
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, SubscriptionDesk desk, string name, CancellationToken cancellationToken)
    {
        if (desk.Find(name) is not { } subscription)
        {
            return Problems.Unknown("subscription");
        }

        await desk.RemoveAsync(subscription, context.User.Account()!, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> ReleaseAsync(HttpContext context, SubscriptionDesk desk, HubNode node, string name, string? from, CancellationToken cancellationToken)
    {
        long? place = from switch
        {
            null => null,
            "beginning" => 0,
            "now" => await node.Stores.Reader.FindLastChangeAsync(cancellationToken),
            _ => await desk.Planner.FindAsync(from, cancellationToken),
        };
        return from is not null && place is null
            ? Problems.Invalid(nameof(from), "Write 'beginning', 'now', or a cursor this feed gave.")
            : await DoAsync(desk, name, one => desk.ActivateAsync(one, place, context.User.Account()!, cancellationToken), cancellationToken);
    }

    private static Task<IResult> PauseAsync(HttpContext context, SubscriptionDesk desk, string name, CancellationToken cancellationToken) =>
        DoAsync(desk, name, one => desk.PauseAsync(one, context.User.Account()!, cancellationToken), cancellationToken);

    private static Task<IResult> ResumeAsync(HttpContext context, SubscriptionDesk desk, string name, CancellationToken cancellationToken) =>
        DoAsync(desk, name, one => desk.ActivateAsync(one, null, context.User.Account()!, cancellationToken), cancellationToken);

    private static Task<IResult> StopAsync(HttpContext context, SubscriptionDesk desk, string name, CancellationToken cancellationToken) =>
        DoAsync(desk, name, one => desk.StopAsync(one, context.User.Account()!, cancellationToken), cancellationToken);

    private static async Task<IResult> TestAsync(SubscriptionDesk desk, string name, CancellationToken cancellationToken) => desk.Find(name) is { } subscription
        ? Results.Ok(await desk.TestAsync(subscription, cancellationToken) is { } failure ? new Tested(false, failure.Code, failure.Detail) : new Tested(true, null, null))
        : Problems.Unknown("subscription");

    private static async Task<IResult> KeyAsync(HttpContext context, SubscriptionDesk desk, string name, bool? test, CancellationToken cancellationToken) => desk.Find(name) is { } subscription
        ? Results.Ok(new NewKey(await desk.CreateKeyAsync(subscription, test == true, context.User.Account()!, cancellationToken), test == true))
        : Problems.Unknown("subscription");

    private static async Task<IResult> DoAsync(SubscriptionDesk desk, string name, Func<Subscription, Task> work, CancellationToken cancellationToken)
    {
        if (desk.Find(name) is not { } subscription)
        {
            return Problems.Unknown("subscription");
        }

        await work(subscription);
        return Results.Ok(SubscriptionAnswer.Of(subscription, await desk.FreshnessAsync(subscription, cancellationToken)));
    }

    /// <summary>How a test event was taken.</summary>
    public sealed record Tested(bool Taken, string? Code, string? Detail);

    /// <param name="Key">To be sent as <c>Authorization: Bearer</c>; it is not shown again.</param>
    /// <param name="Test">True for a key that reads invented people only.</param>
    public sealed record NewKey(string Key, bool Test);
}
