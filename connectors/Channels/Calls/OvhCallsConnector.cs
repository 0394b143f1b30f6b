using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Channels.Ovh;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Channels.Calls;

/// <summary>Telephone calls by OVH's API 1.0: the call records of lines. Who called is a number only, and a number names nobody. Other systems send call events to the <c>webhook</c> connector.</summary>
public sealed class OvhCallsConnector : HttpConnector<OvhCallsSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "ovh-calls",
        Title = new LocalText("Appels téléphoniques (OVH)", "Telephone calls (OVH)"),
        Version = "1.0",
        Families = ["channels"],
        Contracts = Contract.Source,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("OVH, API 1.0, téléphonie", "OVH, API 1.0, telephony"),
            Reads = new LocalText("Appels terminés, reçus et émis, des lignes nommées, comme contacts sans personne : un numéro ne nomme personne", "Calls that ended, received and made, of the lines named, as contacts without a person: a number names nobody"),
            Tested = new LocalText("Kit de conformité contre un serveur factice qui vérifie chaque signature", "Conformance kit against a fake server that checks every signature"),
            NotTested = new LocalText("Le service réel. Il ne garde que le mois en cours : un appel de ses dernières minutes peut manquer si la lecture suivante vient après minuit", "The live service. It keeps the current month only: a call of its last minutes may be missed when the next reading comes after midnight"),
        },
        Settings = typeof(OvhCallsSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    /// <summary>Lines of the billing account.</summary>
    public override async ValueTask<IReadOnlyList<string>> ChoicesAsync(object settings, ConnectionContext context, string setting, CancellationToken cancellationToken)
    {
        var calls = (OvhCallsSettings)settings;
        IReadOnlyList<string> choices = [];
        var failure = setting != "lines" ? null : await Failures.CatchAsync(
            async () =>
            {
                choices = await Link(calls, context).Api<IOvhApi>().LinesAsync(calls.BillingAccount, cancellationToken);
            }, cancellationToken);
        return failure is null ? choices : [];
    }

    protected override async Task ProbeAsync(OvhCallsSettings settings, HttpLink link, CancellationToken cancellationToken) =>
        await new OvhCallsSource(settings, link.Api<IOvhApi>()).Calls(settings.Lines[0]).ListAsync(cancellationToken);

    protected override ISource Source(OvhCallsSettings settings, HttpLink link, ConnectionContext context) => new OvhCallsSource(settings, link.Api<IOvhApi>());

    protected override Authenticator? SignIn(OvhCallsSettings settings, HttpLink bare, TimeProvider time) => new OvhAuthenticator(settings, time);
}
