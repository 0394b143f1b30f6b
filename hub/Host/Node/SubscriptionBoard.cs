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

        return await node.Gate.ChangeAsync(async () =>
        {
            await node.Configuration.CheckSubscriptionAsync(yaml, $"{name}.yaml", CancellationToken.None);
            var subscription = Open(document);
            await node.Configuration.SaveAsync(SubscriptionDocument.Kind, name, yaml, by, CancellationToken.None);
            await Publisher.StartAsync(subscription);
            return subscription;
        }, cancellationToken);
    }

    /// <summary>Forgets a subscription: its document is removed, its cursor and its history of states stay on record.</summary>
    public Task RemoveAsync(string name, string by, CancellationToken cancellationToken) => node.Gate.ChangeAsync(async () =>
    {
        await States.StopAsync(name, "removed", by, CancellationToken.None);
        await Publisher.RemoveAsync(name);
        return await node.Configuration.RemoveAsync(SubscriptionDocument.Kind, name, by, CancellationToken.None);
    }, cancellationToken);

    /// <summary>Has the subscriptions that write into systems so open them again, by the connection and the mapping now kept.</summary>
    public void Reopen(Func<SinkTarget, bool> writes)
    {
        foreach (var subscription in Publisher.Subscriptions.Where(one => one.Sink is { } target && writes(target)))
        {
            Publisher.Wake(subscription.Name);
        }
    }

    private Subscription Open(SubscriptionDocument document) => document.Open(node.Settings.Public ?? Unnamed);
}
