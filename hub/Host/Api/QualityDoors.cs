using System.Text.Json.Serialization;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Quality;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Learning;

namespace IntegrationHub.Host.Api;

/// <summary>How good the match model is by what stewards judged, and the random audits of links that tell it.</summary>
public static class QualityDoors
{
    private const int LargestPage = 200;

    public static void MapQuality(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/quality").WithTags("Quality");
        group.MapGet("", MeasureAsync).Does(Operation.ReadQuality).WithName("measureQuality")
            .WithSummary("Precision of links from random audits (Wilson interval, 95 %), share of yes by weight and by pair of sources against what the model expects, thresholds the labels vouch for. Nothing changes by it.")
            .Produces<Quality>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("/audits", DrawAsync).Does(Operation.DrawAudits).WithName("drawAudits")
            .WithSummary("Draw links at random among those the matcher made by itself, for stewards to judge. 'count': 1 to 200; 30 where it is not said.").Produces<Drawn>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/audits", ListAsync).Does(Operation.ReadReviews).WithName("listAudits")
            .WithSummary("Audits without an answer, oldest first.").Produces<Answers.Page<LinkAudit>>();
        group.MapGet("/audits/{id}", FindAsync).Does(Operation.ReadReviews).WithName("getAudit")
            .WithSummary("One audit: both records and the evidence.").Produces<Audited>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/audits/{id}/answer", AnswerAsync).Does(Operation.DecideReviews).WithName("answerAudit")
            .WithSummary("Answer: the same person or not. The answer is a label and changes no link; with 'part' the two are parted as well, by a decision that can be undone.")
            .Produces<Audited>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> MeasureAsync(CurrentReader current, QualityDesk desk, double? precision, CancellationToken cancellationToken)
    {
        if (precision is not (null or (> 0 and < 1)))
        {
            return Problems.Invalid(nameof(precision), "Write a share between 0 and 1: 0.99.");
        }

        var (measured, labels, open) = await desk.MeasureAsync(precision ?? 0.99, await current.ContractAsync(cancellationToken), cancellationToken);
        return Results.Ok(new Quality(labels, open.Count, measured.Links, measured.Held, measured.Bands, measured.Sources, measured.SuggestedLink, measured.SuggestedReview));
    }

    private static async Task<IResult> DrawAsync(HttpContext context, QualityDesk desk, int? count, CancellationToken cancellationToken) =>
        count is null or (>= 1 and <= QualityDesk.LargestDraw)
            ? Results.Ok(new Drawn(await desk.DrawAsync(count ?? 30, context.User.Account()!, cancellationToken)))
            : Problems.Invalid(nameof(count), $"Write how many links to draw: 1 to {QualityDesk.LargestDraw}.");

    private static async Task<IResult> ListAsync(CurrentReader current, QualityDesk desk, int? limit, CancellationToken cancellationToken) =>
        Results.Ok(new Answers.Page<LinkAudit>([.. (await desk.OpenAsync(await current.ContractAsync(cancellationToken), cancellationToken)).Take(Math.Clamp(limit ?? 50, 1, LargestPage))], null));

    private static async Task<IResult> FindAsync(CurrentReader current, QualityDesk desk, string id, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, await current.ContractAsync(cancellationToken), cancellationToken) is var (audit, shown)
            ? Results.Ok(new Audited(audit, ReviewDoors.Side.Of(shown.Task.A, shown.A), ReviewDoors.Side.Of(shown.Task.B!.Value, shown.B), shown.Evidence))
            : Problems.Unknown("audit");

    private static async Task<IResult> AnswerAsync(CurrentReader current, QualityDesk desk, string id, Answer answer, CancellationToken cancellationToken) =>
        await desk.AnswerAsync(id, answer.Same, answer.Part, await current.ContractAsync(cancellationToken), cancellationToken) switch
        {
            DecisionOutcome.Done => await FindAsync(current, desk, id, cancellationToken),
            DecisionOutcome.Contradicts contradiction => Problems.Contradicts(contradiction.Decisions),
            DecisionOutcome.Unknown => Problems.Unknown("audit"),
            _ => Problems.Settled(),
        };

    /// <param name="Labels">Pairs judged: decisions that stand, and audits answered.</param>
    /// <param name="OpenAudits">Audits that wait for an answer.</param>
    /// <param name="Links">Precision of automatic links, from random audits alone.</param>
    /// <param name="Held">Share of one person among those asked about for another reason than their weight; they count in nothing below.</param>
    /// <param name="Bands">By weight, heaviest first.</param>
    /// <param name="Sources">By pair of sources.</param>
    /// <param name="SuggestedLink">Thousandths of a bit; absent where labels are too few or too bad.</param>
    /// <param name="SuggestedReview">Thousandths of a bit; absent where labels are too few.</param>
    public sealed record Quality(
        int Labels, int OpenAudits, WilsonInterval Links, WilsonInterval Held, IReadOnlyList<WeightBand> Bands, IReadOnlyList<SourceQuality> Sources, int? SuggestedLink, int? SuggestedReview);

    /// <param name="Audits">How many were drawn: fewer than asked where there are not as many links.</param>
    public sealed record Drawn(int Audits);

    /// <param name="Same">True: the same person.</param>
    /// <param name="Part">For two that are not: part them too.</param>
    public sealed record Answer([property: JsonRequired] bool Same, bool Part = false);

    /// <summary>An audit with what a steward needs to answer it.</summary>
    public sealed record Audited(LinkAudit Audit, ReviewDoors.Side A, ReviewDoors.Side B, Evidence? Evidence);
}
