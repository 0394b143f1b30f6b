using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Portals;

/// <summary>The generic inbound webhook: the mobile application, family and participation portals, social networks and chatbots come through it.</summary>
public sealed class WebhookConnector : Connector
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "webhook",
        Title = new LocalText("Webhook entrant (Standard Webhooks, CloudEvents)", "Inbound webhook (Standard Webhooks, CloudEvents)"),
        Version = "1.0",
        Families = ["portals"],
        Contracts = Contract.Receiver,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Standard Webhooks 1.0, CloudEvents 1.0", "Standard Webhooks 1.0, CloudEvents 1.0"),
            Reads = new LocalText("Événements signés envoyés au hub par portails, téléphonie, agents conversationnels", "Signed events that portals, telephony and chatbots send to the hub"),
            Tested = new LocalText("Kit de réception : signatures justes, fausses, anciennes, rejouées, plusieurs clés", "Receiver kit: signatures right, wrong, old and replayed, several keys"),
            NotTested = new LocalText("Les portails réels : chacun choisit la forme de ses événements, à décrire dans la correspondance", "Real portals: each chooses the shape of its events, described in the mapping"),
        },
        Settings = typeof(WebhookSettings),
        Checks = [CheckDepth.Authenticate],
    };

    /// <summary>The hub is called here, so it can check but one thing itself: that it can read the keys it will verify with.</summary>
    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        object settings, ConnectionContext context, CheckDepth upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var hook = (WebhookSettings)settings;
        if (upTo >= CheckDepth.Authenticate)
        {
            Secret?[] needed = [.. hook.Keys, hook.SharedKey];
            yield return new CheckResult(CheckDepth.Authenticate, needed.OfType<Secret>().FirstOrDefault(secret => !secret.TryReveal(out _))?.Missing);
        }
    }

    protected override IReceiver CreateReceiver(object settings, ConnectionContext context) => new WebhookReceiver((WebhookSettings)settings, context);
}
