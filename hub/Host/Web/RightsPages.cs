using IntegrationHub.Host.Access;
using IntegrationHub.Host.Rights;
using IntegrationHub.Host.Web.Pages;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationHub.Host.Web;

/// <summary>The data protection officer's pages: the register, one person's rights, and a confirmation before each order.</summary>
public static class RightsPages
{
    private const int Shown = 200;

    public static void MapRightsPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/rights", RegisterAsync).Does(Operation.ExerciseRights);
        pages.MapGet("/citizens/{id}/rights", PersonAsync).Does(Operation.RecordDeath);
        pages.MapGet("/citizens/{id}/rights/{action}", FormAsync).Does(Operation.RecordDeath);
        pages.MapPost("/citizens/{id}/rights/{action}", OrderAsync).Does(Operation.RecordDeath);
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, RightsRegister register, string? id, CancellationToken cancellationToken)
    {
        if (GoldenId.TryParse(id, out var golden))
        {
            return Results.LocalRedirect($"/citizens/{golden}/rights");
        }

        var entries = await register.ListAsync(null, cancellationToken);
        return Page.Of<RegisterPage>(context, ("View", new RegisterView([.. entries.Take(Shown)], !string.IsNullOrWhiteSpace(id))));
    }

    private static async Task<IResult> PersonAsync(
        HttpContext context, CurrentReader current, RightsDesk desk, RightsRegister register, string id, string? done, CancellationToken cancellationToken)
    {
        if (!GoldenId.TryParse(id, out var asked) || await desk.StateAsync(asked, cancellationToken) is not { } person)
        {
            return Page.Message(context, "missing", StatusCodes.Status404NotFound);
        }

        var visitor = Page.Visitor(context);
        var requests = visitor.May(Operation.ExerciseRights) ? await register.ListAsync(person.Id.ToString(), cancellationToken) : [];
        RightsAction? carried = TryAction(done, out var action) ? action : null;
        return Page.Of<RightsPage>(context, ("View", new RightsView(
            person.Id.ToString(), await NameAsync(current, person, cancellationToken), person.State, Possible(person.State, visitor), requests, carried)));
    }

    private static async Task<IResult> FormAsync(
        HttpContext context, CurrentReader current, RightsDesk desk, string id, string action, string? problem, CancellationToken cancellationToken)
    {
        if (!GoldenId.TryParse(id, out var asked) || !TryAction(action, out var wanted) || await desk.StateAsync(asked, cancellationToken) is not { } person)
        {
            return Page.Message(context, "missing", StatusCodes.Status404NotFound);
        }

        if (!Allowed(wanted, Page.Visitor(context)))
        {
            return Results.LocalRedirect("/denied");
        }

        var told = problem is "reason" or "proof" or "date" or "place" or "confirm" or "state" ? problem : null;
        return Page.Of<RightsFormPage>(context, ("View", new RightsFormView(person.Id.ToString(), await NameAsync(current, person, cancellationToken), wanted, told)));
    }

    private static async Task<IResult> OrderAsync(
        HttpContext context, CurrentReader current, RightsDesk desk, string id, string action, [FromForm] string? reason, [FromForm] string? proof,
        [FromForm] string? confirm, [FromForm] string? date, [FromForm] string? place, CancellationToken cancellationToken)
    {
        if (!GoldenId.TryParse(id, out var person) || !TryAction(action, out var wanted))
        {
            return Page.Message(context, "missing", StatusCodes.Status404NotFound);
        }

        if (!Allowed(wanted, Page.Visitor(context)))
        {
            return Results.LocalRedirect("/denied");
        }

        if (confirm != "yes")
        {
            return Back("confirm");
        }

        var death = wanted == RightsAction.Death ? new Death(TypedDate.Parse(date), string.IsNullOrWhiteSpace(place) ? null : place.Trim()) : null;
        var request = new RightsRequest(person, wanted, reason ?? "", proof?.Trim() ?? "", death);
        var contract = await current.ContractAsync(cancellationToken);
        var (outcome, copy) = wanted == RightsAction.Access
            ? await desk.CopyAsync(request, contract, cancellationToken)
            : (await desk.CarryOutAsync(request, contract, cancellationToken), []);
        return outcome switch
        {
            RightsOutcome.Done when wanted == RightsAction.Access => Results.Bytes(copy, "application/json", $"person-{person}.json"),
            RightsOutcome.Done => Results.LocalRedirect($"/citizens/{person}/rights?done={action}"),
            RightsOutcome.Invalid invalid => Back(invalid.Property),
            RightsOutcome.Gone => Page.Message(context, "gone", StatusCodes.Status410Gone),
            RightsOutcome.NotNow => Back("state"),
            _ => Page.Message(context, "missing", StatusCodes.Status404NotFound),
        };

        IResult Back(string problem) => Results.LocalRedirect($"/citizens/{person}/rights/{action}?problem={problem}");
    }

    private static IReadOnlyList<RightsAction> Possible(GoldenState state, Visitor visitor) =>
        [.. (state switch
        {
            GoldenState.Active => new[] { RightsAction.Access, RightsAction.Restriction, RightsAction.Erasure, RightsAction.Death, RightsAction.DeathWithdrawal },
            GoldenState.Restricted => [RightsAction.Access, RightsAction.Release, RightsAction.Erasure],
            GoldenState.Emptied => [RightsAction.Access, RightsAction.Erasure],
            _ => [],
        }).Where(action => Allowed(action, visitor))];

    private static bool Allowed(RightsAction action, Visitor visitor) =>
        visitor.May(action is RightsAction.Death or RightsAction.DeathWithdrawal ? Operation.RecordDeath : Operation.ExerciseRights);

    private static bool TryAction(string? word, out RightsAction action) =>
        Enum.TryParse(word, ignoreCase: true, out action) && Enum.IsDefined(action) && !char.IsDigit(word![0]);

    // The page names only whom this visitor could open anyway; looking is recorded as a view.
    private static async Task<string?> NameAsync(CurrentReader current, (GoldenId Id, GoldenState State) person, CancellationToken cancellationToken) =>
        person.State == GoldenState.Active
            && await (await current.OpenAsync(cancellationToken)).FindAsync(person.Id, cancellationToken) is CitizenAnswer.Found found
            && CitizenLines.FullName(found.View.Citizen) is { Length: > 0 } name
            ? name
            : null;
}
