using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Catalogues;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;

namespace IntegrationHub.Host.Node;

/// <summary>The subscriptions of a serving node: every kept document runs as its state says.</summary>
public sealed class SubscriptionBoard(HubNode node) : IHostedService, IAsyncDisposable
{
    private static readonly Uri Unnamed = new("urn:integrationhub");

    public Publisher Publisher { get; } = new(
        node.Stores.Reader, node.Stores.Operations, node.Survivorship, node.Audit, node.Signal, node.Clock, node.Metrics,
        (subscription, token) => Channels.OpenAsync(subscription, node, token), node.Logs.CreateLogger<Publisher>());

    public SubscriptionStates States { get; } = new(node.Stores.Operations, node.Clock);

    /// <exception cref="FormatException">A secret cannot be read; the message names its reference.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var document in await node.Configuration.ReadSubscriptionsAsync(cancellationToken))
        {
            await Publisher.StartAsync(Open(document));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Publisher.DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => Publisher.DisposeAsync();

    /// <summary>Keeps a document and runs it from now on; a new one is held until somebody releases it.</summary>
    /// <exception cref="DocumentException">The document is wrong.</exception>
    /// <exception cref="FormatException">A secret cannot be read; the message names its reference.</exception>
    public async Task<Subscription> SaveAsync(string name, string yaml, string by, CancellationToken cancellationToken)
    {
        var document = SubscriptionDocument.Read(yaml, $"{name}.yaml");
        if (document.Name != name)
        {
            var at = new DocumentPosition($"{name}.yaml", 1, 1);
            throw new DocumentException([new DocumentError(at, "name", "setting.value", $"The document is named \"{document.Name}\" and was sent to \"{name}\".", null)]);
        }

        await node.Configuration.CheckSubscriptionAsync(yaml, $"{name}.yaml", cancellationToken);
        var subscription = Open(document);
        await node.Configuration.SaveAsync(SubscriptionDocument.Kind, name, yaml, by, cancellationToken);
        await Publisher.StartAsync(subscription);
        return subscription;
    }

    /// <summary>Has the subscriptions that write by a mapping take its new text.</summary>
    public async Task ReopenAsync(string mapping, CancellationToken cancellationToken)
    {
        var connections = (await node.Configuration.ReadAsync(cancellationToken)).ToDictionary(one => one.Name, one => one.Document.Mapping ?? one.Name, StringComparer.Ordinal);
        foreach (var document in await node.Configuration.ReadSubscriptionsAsync(cancellationToken))
        {
            if (document.Channel == ChannelKind.Sink && (document.Mapping ?? connections.GetValueOrDefault(document.Connection!)) == mapping)
            {
                await Publisher.StartAsync(Open(document));
            }
        }
    }

    private Subscription Open(SubscriptionDocument document) => document.Open(node.Settings.Public ?? Unnamed);
}
