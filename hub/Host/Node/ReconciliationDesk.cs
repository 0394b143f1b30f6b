using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Reconciling;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Hub.Subscriptions;

namespace IntegrationHub.Host.Node;

/// <summary>Comparing subscribers' copies with the registry, shared by API, pages, schedule and command line.</summary>
public sealed class ReconciliationDesk(HubNode node)
{
    private readonly Reconciler _reconciler = new(node.Stores.Reader, node.Stores.Operations, node.Clock, node.Logs.CreateLogger<Reconciler>());

    public ReconciliationBook Book => _reconciler.Book;

    /// <summary>Against what the subscriber says it holds.</summary>
    public Task<Reconciliation> CompareAsync(Subscription subscription, HeldCopy copy, string by, CancellationToken cancellationToken) =>
        _reconciler.CompareAsync(subscription, Reader(subscription, by), copy, by, cancellationToken);

    /// <summary>Against what the written system gives when it is read from its beginning.</summary>
    /// <returns>What was found; or why the system cannot be read.</returns>
    public async Task<(Reconciliation? Found, Failure? Failure)> CompareAsync(Subscription subscription, string by, CancellationToken cancellationToken)
    {
        var (connection, _) = await node.Configuration.FindSinkAsync(subscription, cancellationToken);
        if (!connection.Connector.Manifest.Contracts.HasFlag(Contract.Source))
        {
            return (null, new Failure(FailureKind.Refused, "reconcile.no-source", $"the connector of {connection.Name} only writes: what it wrote cannot be read back"));
        }

        var context = connection.Context(node.Settings.Data, node.Clock, node.Logs.CreateLogger(connection.Connector.Manifest.Name), approved: true);
        var memory = new SinkMemory(node.Stores.Operations, subscription.Name, (await node.Stores.Store.LoadStateAsync(cancellationToken)).IdKey);
        return await _reconciler.CompareAsync(subscription, Reader(subscription, by), memory, connection.Connector.OpenSource(connection.Settings, context), by, cancellationToken);
    }

    private ContractReader Reader(Subscription subscription, string by) =>
        new(node.Stores.Reader, new ContractView(subscription.Contract, node.Survivorship), node.Audit, by);
}
