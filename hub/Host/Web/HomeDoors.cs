using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Web.Pages;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationHub.Host.Web;

/// <summary>The front page, the runs and the rejected records.</summary>
public static class HomeDoors
{
    private const int Latest = 6;
    private const int Longest = 200;

    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", HomeAsync).Does(Operation.Enter);
        pages.MapGet("/runs", RunsAsync).Does(Operation.ReadRuns);
        pages.MapGet("/rejected", RejectedAsync).Does(Operation.ListQuarantine);
        pages.MapPost("/rejected/replay", ReplayAsync).Does(Operation.ReplayQuarantine);
    }

    private static async Task<IResult> HomeAsync(
        HttpContext context, CurrentReader current, ReviewDesk desk, IRegistryReader registry, IOperationsStore operations, HostSettings settings,
        CancellationToken cancellationToken)
    {
        var visitor = Page.Visitor(context);
        IReadOnlyList<ReviewCase> waiting = visitor.May(Operation.ReadReviews)
            ? await desk.ListAsync(0, Latest, await current.ContractAsync(cancellationToken), cancellationToken)
            : [];
        IReadOnlyList<RunRow> runs = visitor.May(Operation.ReadRuns) ? await operations.ListRunsAsync(null, 0, Latest, cancellationToken) : [];
        var counts = await registry.CountAsync(cancellationToken);
        return Page.Of<HomePage>(context, ("View", new HomeView(counts, [.. waiting.Select(w => ReviewViews.Line(w, visitor.Words))], runs, settings.Town)));
    }

    private static async Task<IResult> RunsAsync(HttpContext context, IOperationsStore operations, CancellationToken cancellationToken) =>
        Page.Of<RunsPage>(context, ("Runs", await operations.ListRunsAsync(null, 0, Longest, cancellationToken)));

    private static async Task<IResult> RejectedAsync(HttpContext context, IRegistryReader registry, CancellationToken cancellationToken) =>
        Page.Of<RejectedPage>(context, ("Rows", await registry.ListQuarantineAsync(null, replayed: false, 0, Longest, cancellationToken)));

    private static async Task<IResult> ReplayAsync(Replayer replayer, [FromForm] string? unused, CancellationToken cancellationToken)
    {
        _ = unused;
        await replayer.ReplayAsync(connection: null, ids: null, cancellationToken);
        return Results.LocalRedirect("/rejected");
    }
}
