using System.Text.RegularExpressions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Reconciling;
using IntegrationHub.Hub.Subscriptions;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationHub.Host.Api;

/// <summary>Is a subscriber's copy what the registry says? Compare, see who differs, have them told again.</summary>
public static partial class ReconciliationDoors
{
    private const long LargestCopy = 1L << 30;

    public static void MapReconciliation(this IEndpointRouteBuilder group)
    {
        group.MapGet("/{name}/reconciliation", FindAsync).Does(Operation.ReadSubscriptions).WithName("getReconciliation")
            .WithSummary("The last comparison: counts, who differs (ids only), and how the ones before ended.").Produces<Reconciliation>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/reconciliation", CompareAsync).Does(Operation.Reconcile).WithName("reconcileSubscription")
            .WithSummary("Post what you hold, as JSON lines: first {\"key\",\"cursor\"}: 16 or more random bytes in base64 and the id of the last event taken; then {\"id\",\"hash\"} a person: base64 of HMAC-SHA256 under that key over id, a dot, and the citizen's JSON as it was sent. Needs a key of this subscription.")
            .Accepts<string>("application/x-ndjson", "application/json", "text/plain").WithMetadata(new RequestSizeLimitAttribute(LargestCopy)).Produces<Reconciliation>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/reconciliation/read", ReadAsync).Does(Operation.ManageSubscriptions).WithName("readReconciliation")
            .WithSummary("Read the system this subscription writes to from its beginning, and compare. For sinks.").Produces<Reconciliation>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/{name}/reconciliation/repair", RepairAsync).Does(Operation.ManageSubscriptions).WithName("repairSubscription")
            .WithSummary("Tell those who differ again, as they stand now; the node that sends does it within seconds.").Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> FindAsync(SubscriptionDesk subscriptions, ReconciliationDesk desk, string name, CancellationToken cancellationToken) =>
        subscriptions.Find(name) is not null && await desk.Book.FindAsync(name, cancellationToken) is { } found ? Results.Ok(found) : Problems.Unknown("reconciliation");

    private static async Task<IResult> CompareAsync(
        HttpContext context, CurrentReader current, SubscriptionDesk subscriptions, ReconciliationDesk desk, string name, CancellationToken cancellationToken)
    {
        if (subscriptions.Find(name) is not { } subscription)
        {
            return Problems.Unknown("subscription");
        }

        // Whoever compares learns whether a guess was right: only the subscription's own keys may.
        var key = (await current.ContractAsync(cancellationToken)).Name;
        if (!key.StartsWith(name, StringComparison.Ordinal) || !KeySuffix().IsMatch(key[name.Length..]))
        {
            return Problems.NotAllowed($"Use a key of this subscription: an architect makes one with POST /v1/subscriptions/{name}/key.");
        }

        try
        {
            var copy = await HeldCopy.ReadAsync(context.Request.Body, cancellationToken);
            return Results.Ok(await desk.CompareAsync(subscription, copy, key, cancellationToken));
        }
        catch (FormatException wrong)
        {
            return Problems.Invalid("body", wrong.Message);
        }
    }

    private static async Task<IResult> ReadAsync(HttpContext context, SubscriptionDesk subscriptions, ReconciliationDesk desk, string name, CancellationToken cancellationToken)
    {
        if (subscriptions.Find(name) is not { } subscription)
        {
            return Problems.Unknown("subscription");
        }

        if (subscription.Channel != ChannelKind.Sink)
        {
            return Problems.Busy("This subscription writes into no system that could be read: its subscriber posts what it holds.");
        }

        var (found, failure) = await desk.CompareAsync(subscription, context.User.Account()!, cancellationToken);
        return found is not null ? Results.Ok(found) : Problems.Busy($"The system could not be read ({failure!.Code}): {failure.Detail}");
    }

    private static async Task<IResult> RepairAsync(HttpContext context, SubscriptionDesk subscriptions, ReconciliationDesk desk, string name, CancellationToken cancellationToken) =>
        subscriptions.Find(name) is null ? Problems.Unknown("subscription")
        : await desk.Book.AskRepairAsync(name, context.User.Account()!, cancellationToken) ? Results.Accepted($"/v1/subscriptions/{name}/reconciliation")
        : Problems.Busy("Nothing differs, or nothing was compared yet.");

    [GeneratedRegex("^-[0-9a-f]{8}$", RegexOptions.NonBacktracking)]
    private static partial Regex KeySuffix();
}
