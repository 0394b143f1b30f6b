using IntegrationHub.Host.Access;
using IntegrationHub.Host.Quality;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Host.Web.Pages;
using IntegrationHub.Host.Web.Views;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationHub.Host.Web;

/// <summary>The measured quality of matching, and the random audits of links behind it.</summary>
public static class QualityPages
{
    private const double Precision = 0.99;
    private const int Draw = 30;

    public static void MapQualityPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/quality").ExcludeFromDescription();
        pages.MapGet("", ShowAsync).Does(Operation.ReadQuality);
        pages.MapPost("/audits", DrawAsync).Does(Operation.DrawAudits);
        pages.MapGet("/audits/{id}", AuditAsync).Does(Operation.ReadReviews);
        pages.MapPost("/audits/{id}/answer", AnswerAsync).Does(Operation.DecideReviews);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, CurrentReader current, QualityDesk desk, int? drawn, CancellationToken cancellationToken)
    {
        var (measured, labels, open) = await desk.MeasureAsync(Precision, await current.ContractAsync(cancellationToken), cancellationToken);
        return Page.Of<QualityPage>(context, ("View", new QualityView(measured, labels, open.Count, open.Count > 0 ? open[0].Id : null, drawn)));
    }

    private static async Task<IResult> DrawAsync(HttpContext context, QualityDesk desk, [FromForm] string? unused, CancellationToken cancellationToken)
    {
        _ = unused;
        return Results.LocalRedirect($"/quality?drawn={await desk.DrawAsync(Draw, context.User.Account()!, cancellationToken)}");
    }

    private static async Task<IResult> AuditAsync(
        HttpContext context, CurrentReader current, QualityDesk desk, ReviewDesk reviews, string id, string? problem, CancellationToken cancellationToken)
    {
        var contract = await current.ContractAsync(cancellationToken);
        if (await desk.FindAsync(id, contract, cancellationToken) is not var (audit, shown))
        {
            return Page.Message(context, "missing", StatusCodes.Status404NotFound);
        }

        var pair = ReviewViews.Task(shown, reviews.Thresholds, PageLanguage.Of(context.Request));
        var waiting = (await desk.OpenAsync(contract, cancellationToken)).Count;
        return Page.Of<AuditPage>(context, ("View", new AuditView(
            audit, pair, waiting, shown.A is not null && shown.B is not null, problem is "contradiction" or "closed" ? $"problem.{problem}" : null)));
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, CurrentReader current, QualityDesk desk, string id, [FromForm] string answer, CancellationToken cancellationToken)
    {
        var contract = await current.ContractAsync(cancellationToken);
        var outcome = answer is "same" or "different" or "part"
            ? await desk.AnswerAsync(id, answer == "same", answer == "part", contract, cancellationToken)
            : new DecisionOutcome.Done();
        switch (outcome)
        {
            case DecisionOutcome.Unknown:
                return Page.Message(context, "missing", StatusCodes.Status404NotFound);
            case DecisionOutcome.Contradicts:
                return Results.LocalRedirect($"/quality/audits/{Uri.EscapeDataString(id)}?problem=contradiction");
            case DecisionOutcome.Settled:
                return Results.LocalRedirect($"/quality/audits/{Uri.EscapeDataString(id)}?problem=closed");
            default:
                var next = (await desk.OpenAsync(contract, cancellationToken)).FirstOrDefault(audit => string.CompareOrdinal(audit.Id, id) > 0);
                return Results.LocalRedirect(next is null ? "/quality" : $"/quality/audits/{next.Id}");
        }
    }
}
