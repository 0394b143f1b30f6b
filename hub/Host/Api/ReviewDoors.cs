using System.Text.Json.Serialization;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Api;

/// <summary>Review tasks: list, one with its evidence, decide, undo.</summary>
public static class ReviewDoors
{
    private const int LargestPage = 100;

    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/reviews").WithTags("Reviews");
        group.MapGet("", ListAsync).Does(Operation.ReadReviews).WithName("listReviews")
            .WithSummary("Open review tasks, heaviest first.").Produces<Answers.Page<ReviewTask>>();
        group.MapGet("/{id:long}", FindAsync).Does(Operation.ReadReviews).WithName("getReview")
            .WithSummary("One task: both records and the evidence, in thousandths of a bit.").Produces<ReviewTask>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id:long}/decision", DecideAsync).Does(Operation.DecideReviews).WithName("decideReview")
            .WithSummary("Decide: the same person or not. A decision that contradicts one in force is refused.")
            .Produces<ReviewTask>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapDelete("/{id:long}/decision", UndoAsync).Does(Operation.DecideReviews).WithName("undoReview")
            .WithSummary("Undo the task's decision, without loss; the answer is the pair's new open task.")
            .Produces<ReviewTask>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(CurrentReader current, ReviewDesk desk, int? skip, int? limit, CancellationToken cancellationToken)
    {
        var contract = await current.ContractAsync(cancellationToken);
        var cases = await desk.ListAsync(Math.Max(0, skip ?? 0), Math.Clamp(limit ?? 20, 1, LargestPage), contract, cancellationToken);
        return Results.Ok(new Answers.Page<ReviewTask>([.. cases.Select(ReviewTask.Of)], null));
    }

    private static async Task<IResult> FindAsync(CurrentReader current, ReviewDesk desk, long id, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, await current.ContractAsync(cancellationToken), cancellationToken) is { } found
            ? Results.Ok(ReviewTask.Of(found))
            : Problems.Unknown("review task");

    private static async Task<IResult> DecideAsync(
        CurrentReader current, ReviewDecisions decisions, ReviewDesk desk, long id, Answer answer, CancellationToken cancellationToken)
    {
        var contract = await current.ContractAsync(cancellationToken);
        var outcome = await decisions.DecideAsync(id, answer.Same, contract, cancellationToken);
        return outcome is DecisionOutcome.Done ? await FindAsync(current, desk, id, cancellationToken) : Refused(outcome);
    }

    private static async Task<IResult> UndoAsync(
        CurrentReader current, ReviewDecisions decisions, ReviewDesk desk, long id, CancellationToken cancellationToken)
    {
        var contract = await current.ContractAsync(cancellationToken);
        var outcome = await decisions.UndoAsync(id, contract, cancellationToken);
        return outcome is DecisionOutcome.Done
            ? await FindAsync(current, desk, await desk.ReopenedAsync(id, cancellationToken) ?? id, cancellationToken)
            : Refused(outcome);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Refused(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Contradicts contradiction => Problems.Contradicts(contradiction.Decisions),
        DecisionOutcome.Unknown => Problems.Unknown("review task"),
        _ => Problems.Settled(),
    };

    /// <param name="Same">True: the same person. False: not the same, and never to be merged by itself.</param>
    public sealed record Answer([property: JsonRequired] bool Same);

    /// <summary>A doubtful pair.</summary>
    /// <param name="Reason">Why it is doubtful.</param>
    /// <param name="Weight">Match weight in thousandths of a bit.</param>
    /// <param name="Evidence">The waterfall, when one task was asked for and both records stand.</param>
    public sealed record ReviewTask(
        long Id, ReviewState State, DoubtReason Reason, int Weight, DateTimeOffset OpenedAt, Side A, Side? B, Evidence? Evidence, Decided? Decision)
    {
        public static ReviewTask Of(ReviewCase shown) => new(
            shown.Task.TaskId, shown.Task.State, shown.Task.Reason, shown.Task.Weight, shown.Task.OpenedAt,
            Side.Of(shown.Task.A, shown.A), shown.Task.B is { } b ? Side.Of(b, shown.B) : null, shown.Evidence,
            shown.Task.State == ReviewState.Decided && shown.Decision is { WithdrawnAt: null } decision ? new Decided(decision.DecisionId, decision.Same, decision.By, decision.At) : null);
    }

    /// <summary>One of the two records; without a citizen when it has gone since.</summary>
    public sealed record Side(string Connection, string Key, string? Part, string? Golden, Citizen? Citizen)
    {
        public static Side Of(PartKey key, PartRow? part) => new(
            key.Record.Connection, key.Record.Key, key.Part.Length == 0 ? null : key.Part, part?.Golden?.ToString(), part?.Citizen);
    }

    /// <summary>What was decided.</summary>
    public sealed record Decided(long Id, bool Same, string By, DateTimeOffset At);
}
