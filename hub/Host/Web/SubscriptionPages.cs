using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Web.Pages;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Hub.Subscriptions;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationHub.Host.Web;

/// <summary>Pages of subscriptions: how far each is behind, what is parked, and the buttons an architect needs.</summary>
public static class SubscriptionPages
{
    public static void MapSubscriptionPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/subscriptions").ExcludeFromDescription();
        pages.MapGet("", ListAsync).Does(Operation.ReadSubscriptions);
        pages.MapGet("/{name}", ShowAsync).Does(Operation.ReadSubscriptions);
        pages.MapPost("/{name}/release", (HttpContext context, SubscriptionDesk desk, string name, [FromForm] string? unused, CancellationToken token) =>
            DoAsync(desk, name, "released", one => desk.ActivateAsync(one, null, context.User.Account()!, token))).Does(Operation.ManageSubscriptions);
        pages.MapPost("/{name}/pause", (HttpContext context, SubscriptionDesk desk, string name, [FromForm] string? unused, CancellationToken token) =>
            DoAsync(desk, name, "paused", one => desk.PauseAsync(one, context.User.Account()!, token))).Does(Operation.ManageSubscriptions);
        pages.MapPost("/{name}/stop", (HttpContext context, SubscriptionDesk desk, string name, [FromForm] string? unused, CancellationToken token) =>
            DoAsync(desk, name, "stopped", one => desk.StopAsync(one, context.User.Account()!, token))).Does(Operation.ManageSubscriptions);
        pages.MapPost("/{name}/replay-parked", (SubscriptionDesk desk, string name, [FromForm] string? unused) =>
            DoAsync(desk, name, "replaying", one => Task.FromResult(desk.ReplayParked(one)))).Does(Operation.ManageSubscriptions);
        pages.MapPost("/{name}/repair", (HttpContext context, SubscriptionDesk desk, ReconciliationDesk reconciliation, string name, [FromForm] string? unused, CancellationToken token) =>
            DoAsync(desk, name, "repairing", one => reconciliation.Book.AskRepairAsync(one.Name, context.User.Account()!, token))).Does(Operation.ManageSubscriptions);
        pages.MapPost("/{name}/compare", (HttpContext context, SubscriptionDesk desk, ReconciliationDesk reconciliation, string name, [FromForm] string? unused, CancellationToken token) =>
            DoAsync(desk, name, "compared", one => reconciliation.CompareAsync(one, context.User.Account()!, token))).Does(Operation.ManageSubscriptions);
        pages.MapPost("/{name}/test", TestAsync).Does(Operation.ManageSubscriptions);
    }

    private static async Task<IResult> ListAsync(HttpContext context, SubscriptionDesk desk, CancellationToken cancellationToken) => Page.Of<SubscriptionsPage>(
        context, ("Rows", (await desk.ListAsync(cancellationToken)).Select(one => SubscriptionLine.Of(one.Subscription, one.Freshness)).ToList()));

    private static async Task<IResult> ShowAsync(HttpContext context, SubscriptionDesk desk, ReconciliationDesk reconciliation, string name, string? said, CancellationToken cancellationToken)
    {
        if (desk.Find(name) is not { } subscription)
        {
            return Results.NotFound();
        }

        var line = SubscriptionLine.Of(subscription, await desk.FreshnessAsync(subscription, cancellationToken));
        return Page.Of<SubscriptionPage>(context, ("View", new SubscriptionView(line, subscription, await desk.ParkedAsync(subscription, cancellationToken), await reconciliation.Book.FindAsync(name, cancellationToken), said)));
    }

    private static async Task<IResult> TestAsync(SubscriptionDesk desk, string name, [FromForm] string? unused, CancellationToken cancellationToken)
    {
        _ = unused;
        var said = desk.Find(name) is { } subscription && await desk.TestAsync(subscription, cancellationToken) is null ? "taken" : "refused";
        return Results.LocalRedirect($"/subscriptions/{Uri.EscapeDataString(name)}?said={said}");
    }

    private static async Task<IResult> DoAsync(SubscriptionDesk desk, string name, string said, Func<Subscription, Task> work)
    {
        if (desk.Find(name) is not { } subscription)
        {
            return Results.NotFound();
        }

        await work(subscription);
        return Results.LocalRedirect($"/subscriptions/{Uri.EscapeDataString(name)}?said={said}");
    }
}
