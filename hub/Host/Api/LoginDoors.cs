using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Logins;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Web;
using IntegrationHub.Mdm.Model;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Host.Api;

/// <summary>A portal or an agent has a person prove who they are: the hub sends them to the provider, checks what comes back, and says which golden record they are.</summary>
public static class LoginDoors
{
    public static void MapLogins(this IEndpointRouteBuilder api)
    {
        api.MapPost("/connections/{name}/logins", Start).Does(Operation.StartLogin).WithTags("Logins").WithName("startLogin")
            .WithSummary("Begin a sign-in at the connection's identity provider: send the person's browser to 'address', once. 'returnTo' is one of the connection's 'returns'.")
            .Produces<Started>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/logins/{login}", FindAsync).Does(Operation.StartLogin).WithTags("Logins").WithName("getLogin")
            .WithSummary("How a sign-in ended. Who it was is told against 'answer', which the person's browser brought to 'returnTo': check that the same browser began the login.")
            .Produces<Outcome>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Start(
        HttpContext context, CurrentReader current, ConnectionBoard board, LoginBook book, HostSettings settings, string name, Wanted wanted, CancellationToken cancellationToken)
    {
        var contract = await current.ContractAsync(cancellationToken);
        if (!contract.Sources.Allows(name) || !board.TryFind(name, out var found) || !found.Connection.Connector.Manifest.Contracts.HasFlag(Contract.SignIn))
        {
            return Problems.Unknown("identity provider");
        }

        if (wanted.ReturnTo is { } asked && !found.Connection.Document.Returns.Any(allowed => allowed.AbsoluteUri == asked))
        {
            return Problems.Invalid("returnTo", "Write one of the addresses that stand under 'returns' in the connection's document, exactly.");
        }

        var hub = settings.Public ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        var ticket = SignInTicket.New(new Uri(hub, LoginPages.Callback(name)), new Uri(hub, LoginPages.Left));
        var login = book.Open(name, contract.Name, wanted.ReturnTo is { } to ? new Uri(to) : null, ticket);
        return Results.Created($"/v1/logins/{login.Id}", new Started(login.Id, new Uri(hub, LoginPages.Begin(login.Start)), login.Until));
    }

    private static async Task<IResult> FindAsync(CurrentReader current, LoginBook book, HubNode node, string login, string? answer, CancellationToken cancellationToken)
    {
        var contract = await current.ContractAsync(cancellationToken);
        if (book.Find(login) is not { } found || found.By != contract.Name)
        {
            return Problems.Unknown("login");
        }

        var told = found.ReturnTo is null || (answer is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(answer), Encoding.UTF8.GetBytes(found.Answer)));
        IReadOnlyList<SubmitDoors.Placed> people = told ? [.. found.People.Select(part => new SubmitDoors.Placed(part.Key.Part, part.Golden.ToString(), part.ToVerify))] : [];
        if (people.Count > 0)
        {
            await node.Audit.RecordAsync(contract.Name, "login", [.. found.People.Select(part => (GoldenId?)part.Golden)], contract, cancellationToken);
        }

        return Results.Ok(new Outcome(found.Id, found.Connection, found.State, found.Failure?.Code, found.Failure?.Message?.French ?? found.Failure?.Detail, found.Failure?.Message?.English ?? found.Failure?.Detail, people));
    }

    /// <param name="ReturnTo">Where the browser goes at the end, with 'login', 'outcome' and 'answer'; left out, it stays on a page of the hub.</param>
    public sealed record Wanted(string? ReturnTo);

    /// <param name="Login">Its id.</param>
    /// <param name="Address">Where the person's browser goes: it works once.</param>
    /// <param name="Until">When the way closes.</param>
    public sealed record Started(string Login, Uri Address, DateTimeOffset Until);

    /// <param name="State">waiting, vouched or failed.</param>
    /// <param name="Code">Why it failed.</param>
    /// <param name="French">The same, and whose move it is, in French.</param>
    /// <param name="English">In English.</param>
    /// <param name="People">Whom the proven record stands behind.</param>
    public sealed record Outcome(string Login, string Connection, LoginState State, string? Code, string? French, string? English, IReadOnlyList<SubmitDoors.Placed> People);
}
