using IntegrationHub.Host.Access;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Host.Web.Pages;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationHub.Host.Web;

/// <summary>The steward's queue and desk. Every press is a form post with an antiforgery token, answered by a redirect to the next pair.</summary>
public static class ReviewPages
{
    private const int Shown = 25;

    public static void MapReviewPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/reviews").ExcludeFromDescription();
        pages.MapGet("", QueueAsync).Does(Operation.ReadReviews);
        pages.MapGet("/{id:long}", TaskAsync).Does(Operation.ReadReviews);
        pages.MapPost("/{id:long}/decision", DecideAsync).Does(Operation.DecideReviews);
        pages.MapPost("/{id:long}/undo", UndoAsync).Does(Operation.DecideReviews);
    }

    private static async Task<IResult> QueueAsync(
        HttpContext context, CurrentReader current, ReviewDesk desk, IRegistryReader registry, int? page, CancellationToken cancellationToken)
    {
        var at = Math.Max(1, page ?? 1);
        var cases = await desk.ListAsync((at - 1) * Shown, Shown + 1, await current.ContractAsync(cancellationToken), cancellationToken);
        if (cases.Count == 0 && at > 1)
        {
            return Results.LocalRedirect("/reviews");
        }

        var words = PageLanguage.Of(context.Request);
        var waiting = (await registry.CountAsync(cancellationToken)).OpenReviews;
        return Page.Of<QueuePage>(context, ("View", new QueueView(
            [.. cases.Take(Shown).Select(c => ReviewViews.Line(c, words))], waiting, at, cases.Count > Shown)));
    }

    private static async Task<IResult> TaskAsync(
        HttpContext context, CurrentReader current, ReviewDesk desk, IRegistryReader registry, long id, long? done, long? undone, string? problem,
        CancellationToken cancellationToken)
    {
        var contract = await current.ContractAsync(cancellationToken);
        if (await desk.FindAsync(id, contract, cancellationToken) is not { } shown)
        {
            return Page.Message(context, "missing", StatusCodes.Status404NotFound);
        }

        var (previous, next) = await desk.NeighboursAsync(id, cancellationToken);
        var settled = done is { } settledId ? await SettledAsync(registry, settledId, cancellationToken) : null;
        var view = ReviewViews.Task(shown, desk.Thresholds, PageLanguage.Of(context.Request)) with
        {
            Previous = previous,
            Next = next,
            Waiting = (await registry.CountAsync(cancellationToken)).OpenReviews,
            Done = settled is null ? null : done,
            DoneSame = settled?.Same,
            Undone = undone is not null,
            Problem = problem is "contradiction" or "closed" or "busy" ? $"problem.{problem}" : null,
        };
        return Page.Of<TaskPage>(context, ("View", view));
    }

    private static async Task<IResult> DecideAsync(
        HttpContext context, CurrentReader current, ReviewDecisions decisions, ReviewDesk desk, long id, [FromForm] string answer, CancellationToken cancellationToken)
    {
        var (_, next) = await desk.NeighboursAsync(id, cancellationToken);
        if (answer is not ("same" or "different"))
        {
            return Results.LocalRedirect(next is { } later ? $"/reviews/{later}" : "/reviews");
        }

        return await decisions.DecideAsync(id, answer == "same", await current.ContractAsync(cancellationToken), cancellationToken) switch
        {
            DecisionOutcome.Done => Results.LocalRedirect($"/reviews/{await FollowingAsync(desk, id, next, cancellationToken)}?done={id}"),
            DecisionOutcome.Contradicts => Results.LocalRedirect($"/reviews/{id}?problem=contradiction"),
            DecisionOutcome.Unknown => Page.Message(context, "missing", StatusCodes.Status404NotFound),
            _ => Results.LocalRedirect($"/reviews/{id}?problem=closed"),
        };
    }

    private static async Task<IResult> UndoAsync(
        HttpContext context, CurrentReader current, ReviewDecisions decisions, ReviewDesk desk, long id, [FromForm] string? unused, CancellationToken cancellationToken)
    {
        _ = unused;
        return await decisions.UndoAsync(id, await current.ContractAsync(cancellationToken), cancellationToken) switch
        {
            DecisionOutcome.Done => Results.LocalRedirect(await desk.ReopenedAsync(id, cancellationToken) is { } again ? $"/reviews/{again}?undone={id}" : "/reviews"),
            DecisionOutcome.Unknown => Page.Message(context, "missing", StatusCodes.Status404NotFound),
            _ => Results.LocalRedirect($"/reviews/{id}?problem=closed"),
        };
    }

    /// <summary>The task to show next: a decision may have settled the one that stood there, and the last one shows itself.</summary>
    private static async Task<long> FollowingAsync(ReviewDesk desk, long id, long? next, CancellationToken cancellationToken) =>
        next is { } candidate && await desk.IsOpenAsync(candidate, cancellationToken)
            ? candidate
            : (await desk.NeighboursAsync(id, cancellationToken)).Next ?? id;

    private static async Task<DecisionRow?> SettledAsync(IRegistryReader registry, long id, CancellationToken cancellationToken) =>
        await registry.FindReviewAsync(id, cancellationToken) is { State: ReviewState.Decided, DecisionId: { } decision }
            && await registry.FindDecisionAsync(decision, cancellationToken) is { WithdrawnAt: null } standing
            ? standing
            : null;
}
