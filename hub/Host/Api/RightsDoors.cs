using System.Text.Json.Serialization;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Rights;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Api;

/// <summary>A person's rights and a person's death: restriction, release, erasure, a copy of all that is held, and the register of such requests.</summary>
public static class RightsDoors
{
    public static void MapRights(this IEndpointRouteBuilder api)
    {
        var person = api.MapGroup("/citizens/{id}").WithTags("Rights");
        Order(person, "/restriction", RightsAction.Restriction, Operation.ExerciseRights, "Restrict a person (RGPD article 18): kept, but not read, matched or republished.");
        Order(person, "/release", RightsAction.Release, Operation.ExerciseRights, "End a restriction.");
        Order(person, "/erasure", RightsAction.Erasure, Operation.ExerciseRights, "Erase a person (RGPD article 17): every value goes, the ids answer 410, the records stay out. It cannot be undone.");
        Order(person, "/death/withdrawal", RightsAction.DeathWithdrawal, Operation.RecordDeath, "Take back a death that was recorded wrongly; what sources say of it stays.");
        person.MapPost("/death", DeathAsync).Does(Operation.RecordDeath).WithName("recordDeath")
            .WithSummary("Record a person's death, over whatever the sources say.").Produces<Carried>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status410Gone);
        person.MapPost("/export", ExportAsync).Does(Operation.ExerciseRights).WithName("exportCitizen")
            .WithSummary("A copy of all that is held about a person (RGPD article 15): golden record, sources, history, changes, who saw it, requests. Restricted people included.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        api.MapGet("/rights", ListAsync).Does(Operation.ExerciseRights).WithTags("Rights").WithName("listRightsRequests")
            .WithSummary("The register of requests, newest first: ids, reasons and references.").Produces<Answers.Page<RightsEntry>>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static void Order(RouteGroupBuilder person, string path, RightsAction action, Operation operation, string summary) => person
        .MapPost(path, (CurrentReader current, RightsDesk desk, string id, Ground ground, CancellationToken cancellationToken) =>
            CarryOutAsync(current, desk, id, action, ground.Reason, ground.Proof, null, cancellationToken))
        .Does(operation).WithName($"order{action}").WithSummary(summary).Produces<Carried>()
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status410Gone);

    private static Task<IResult> DeathAsync(CurrentReader current, RightsDesk desk, string id, DeathGround ground, CancellationToken cancellationToken) =>
        CarryOutAsync(current, desk, id, RightsAction.Death, ground.Reason, ground.Proof, new Death(PartialDate.Parse(ground.Date), ground.PlaceCode), cancellationToken);

    private static async Task<IResult> CarryOutAsync(
        CurrentReader current, RightsDesk desk, string id, RightsAction action, string reason, string proof, Death? death, CancellationToken cancellationToken)
    {
        if (!GoldenId.TryParse(id, out var golden))
        {
            return Problems.Mistyped();
        }

        var outcome = await desk.CarryOutAsync(new RightsRequest(golden, action, reason, proof, death), await current.ContractAsync(cancellationToken), cancellationToken);
        return outcome is RightsOutcome.Done done ? Results.Ok(new Carried(done.Entry)) : Refused(outcome, action);
    }

    private static async Task<IResult> ExportAsync(CurrentReader current, RightsDesk desk, string id, Ground ground, CancellationToken cancellationToken)
    {
        if (!GoldenId.TryParse(id, out var golden))
        {
            return Problems.Mistyped();
        }

        var request = new RightsRequest(golden, RightsAction.Access, ground.Reason, ground.Proof);
        var (outcome, copy) = await desk.CopyAsync(request, await current.ContractAsync(cancellationToken), cancellationToken);
        return outcome is RightsOutcome.Done ? Results.Bytes(copy, "application/json", $"person-{golden}.json") : Refused(outcome, RightsAction.Access);
    }

    private static async Task<IResult> ListAsync(RightsRegister register, string? golden, CancellationToken cancellationToken)
    {
        GoldenId id = default;
        return golden is not null && !GoldenId.TryParse(golden, out id)
            ? Problems.Invalid(nameof(golden), "This is not a golden id: eight letters and a check character.")
            : Results.Ok(new Answers.Page<RightsEntry>(await register.ListAsync(golden is null ? null : id.ToString(), cancellationToken), null));
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Refused(RightsOutcome outcome, RightsAction action) => outcome switch
    {
        RightsOutcome.Invalid { Property: "reason" } => Problems.Invalid("reason", $"Give one of: {string.Join(", ", RightsReasons.Of(action))}."),
        RightsOutcome.Invalid { Property: "proof" } => Problems.Invalid("proof", "Give the reference of the letter or file: letters, digits and . / _ - alone, at most 64. It outlives an erasure: never a name."),
        RightsOutcome.Invalid { Property: "date" } => Problems.Invalid("date", "Write a past date as 2024-03-21, 2024-03 or 2024."),
        RightsOutcome.Invalid => Problems.Invalid("placeCode", "Give the commune's or country's code of five characters, or leave it out."),
        RightsOutcome.Gone => Problems.Erased(),
        RightsOutcome.NotNow => Problems.Busy("The record is already so, or its state does not allow it: only an active record is restricted or takes a death, only a restricted one is released."),
        _ => Problems.Unknown("person"),
    };

    /// <param name="Reason">One of the action's closed list; a wrong one is answered with the list.</param>
    /// <param name="Proof">Reference of the letter or file, at most 64 letters, digits and <c>. / _ -</c>; never a name.</param>
    public sealed record Ground([property: JsonRequired] string Reason, [property: JsonRequired] string Proof);

    /// <param name="Date">2024-03-21, 2024-03 or 2024.</param>
    /// <param name="PlaceCode">The commune's or country's INSEE code, when it is known.</param>
    public sealed record DeathGround([property: JsonRequired] string Reason, [property: JsonRequired] string Proof, [property: JsonRequired] string Date, string? PlaceCode);

    /// <param name="Request">The order's line in the register.</param>
    public sealed record Carried(RightsEntry Request);
}
