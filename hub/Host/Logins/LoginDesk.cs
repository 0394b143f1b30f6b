using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Api;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Logins;

/// <summary>Sends people to identity providers and takes what those vouch for into the registry, by the way of any received record.</summary>
public sealed class LoginDesk(LoginBook book, ConnectionBoard board, HubNode node, IRegistryStore store)
{
    private static readonly Failure Unusable = new(FailureKind.Refused, "login.unusable",
        "The connection's mapping finds nobody in what the provider vouches for: the record is kept among the rejected ones; have the mapping mended.")
    {
        Message = new LocalText(
            "L’identité reçue n’a pas pu être lue ; elle est conservée parmi les rejets. À l’architecte : corriger la correspondance.",
            "The identity received could not be read; it is kept among the rejected records. For the architect: mend the mapping."),
    };

    private static readonly Failure Busy = new(FailureKind.Passing, "login.busy", "This node does not write now: sign in again in a moment.")
    {
        Message = new LocalText("Le service n’est pas prêt. À la personne : recommencer dans un instant.", "The service is not ready. For the person: begin again in a moment."),
    };

    /// <param name="login">On its way out.</param>
    /// <param name="cancellationToken">Stops waiting for the provider.</param>
    public async Task<SignInStart> BeginAsync(CitizenLogin login, CancellationToken cancellationToken) =>
        await Open(login).BeginAsync(login.Ticket, cancellationToken);

    /// <returns>The login at its end, and where the provider's own session ends; null where it need not.</returns>
    public async Task<(CitizenLogin Login, Uri? Logout)> EndAsync(CitizenLogin login, IncomingCall call, CancellationToken cancellationToken)
    {
        switch (await Open(login).EndAsync(login.Ticket, call, cancellationToken))
        {
            case SignInEnd.Vouched vouched:
                return (book.End(await TakeAsync(login, vouched.Record, cancellationToken)), vouched.Logout);
            case SignInEnd.Failed(var failure):
                return (book.End(Failed(login, failure)), null);
            default:
                throw new NotSupportedException("a sign-in ends or fails");
        }
    }

    private async Task<CitizenLogin> TakeAsync(CitizenLogin login, SourceRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var absorbed = await node.Reception.TakeAsync(login.Connection, Found(login).Mapping.Map, new Received.Accepted([record], []), echo: null, cancellationToken);
            var key = new RecordKey(login.Connection, record.Key);
            return absorbed is null || absorbed.Outcomes.Any(outcome => outcome.Kind == OutcomeKind.Quarantined)
                ? Failed(login, Unusable)
                : login with { State = LoginState.Vouched, People = absorbed.Parts.Count > 0 ? absorbed.Parts : await SubmitDoors.StandingAsync(store, key, cancellationToken) };
        }
        catch (WriterUnavailableException)
        {
            return Failed(login, Busy);
        }
    }

    private CitizenLogin Failed(CitizenLogin login, Failure failure)
    {
        HostLog.LoginFailed(node.Logs.CreateLogger<LoginDesk>(), login.Connection, failure.Code);
        return login with { State = LoginState.Failed, Failure = failure };
    }

    private ISignIn Open(CitizenLogin login)
    {
        var connection = Found(login);
        var context = connection.Context(node.Settings.Data, node.Clock, node.Logs.CreateLogger(connection.Connector.Manifest.Name));
        return connection.Connector.OpenSignIn(connection.Settings, context);
    }

    private ConfiguredConnection Found(CitizenLogin login) =>
        board.TryFind(login.Connection, out var found) ? found.Connection : throw new InvalidOperationException("the connection of a login was there when it began");
}
