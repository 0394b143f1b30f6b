using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Catalogues;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Node;

/// <summary>What people do with subscriptions, shared by API and pages.</summary>
public sealed class SubscriptionDesk(HubNode node, SubscriptionBoard board)
{
    private readonly FreshnessReader _freshness = new(node.Stores.Reader, node.Stores.Operations, node.Clock);

    public ReplayPlanner Planner { get; } = new(node.Stores.Reader, node.Stores.Operations, node.Clock);

    public Subscription? Find(string name) => board.Publisher.Subscriptions.FirstOrDefault(one => one.Name == name);

    public async Task<IReadOnlyList<(Subscription Subscription, Freshness Freshness)>> ListAsync(CancellationToken cancellationToken)
    {
        var list = new List<(Subscription, Freshness)>();
        foreach (var subscription in board.Publisher.Subscriptions)
        {
            list.Add((subscription, await _freshness.ReadAsync(subscription, cancellationToken)));
        }

        return list;
    }

    public Task<Freshness> FreshnessAsync(Subscription subscription, CancellationToken cancellationToken) => _freshness.ReadAsync(subscription, cancellationToken);

    /// <summary>Lets a held, paused or stopped subscription send.</summary>
    /// <param name="subscription">Which.</param>
    /// <param name="from">Last change that counts as told; null to go on, or from the beginning when it never sent.</param>
    /// <param name="by">Account.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    public Task ActivateAsync(Subscription subscription, long? from, string by, CancellationToken cancellationToken) =>
        DoAsync(subscription, board.States.ActivateAsync(subscription.Name, from, by, cancellationToken));

    public Task PauseAsync(Subscription subscription, string by, CancellationToken cancellationToken) =>
        DoAsync(subscription, board.States.PauseAsync(subscription.Name, by, cancellationToken));

    public Task StopAsync(Subscription subscription, string by, CancellationToken cancellationToken) =>
        DoAsync(subscription, board.States.StopAsync(subscription.Name, "stopped.by-hand", by, cancellationToken));

    public Task RewindAsync(Subscription subscription, long to, string by, CancellationToken cancellationToken) =>
        DoAsync(subscription, board.States.RewindAsync(subscription.Name, to, by, cancellationToken));

    /// <returns>Null when the receiver took the test event.</returns>
    public async Task<Failure?> TestAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        await using var channel = await Channels.OpenAsync(subscription, node, cancellationToken);
        return await channel.TestAsync($"test-{Guid.NewGuid():N}", node.Clock.GetUtcNow(), cancellationToken);
    }

    public Task<ReplayRange> PreviewAsync(Subscription subscription, long after, int cap, CancellationToken cancellationToken)
    {
        var reader = new ContractReader(node.Stores.Reader, new ContractView(subscription.Contract, node.Survivorship), node.Audit, subscription.Name);
        return Planner.PreviewAsync(subscription, reader, after, cap, cancellationToken);
    }

    /// <summary>A key that sees exactly what the subscription does: for the subscriber's own reading, and for trying it out.</summary>
    /// <param name="subscription">Whose contract it has.</param>
    /// <param name="test">True for a key that sees the same of invented people, and never a real one.</param>
    /// <param name="by">Account.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    /// <returns>The key's text, shown once.</returns>
    public async Task<string> CreateKeyAsync(Subscription subscription, bool test, string by, CancellationToken cancellationToken)
    {
        var (id, secret) = ($"{subscription.Name}-{(test ? "test-" : "")}{Guid.NewGuid().ToString("N")[..8]}", Secrets.New());
        var key = new ApplicationKey(id, Secrets.Hash(secret), subscription.Contract with { Name = id }, Submits: null, test);
        await node.Configuration.SaveAsync(KeyDocument.Kind, id, KeyDocument.Print(key), by, cancellationToken);
        return ApplicationKey.Text(id, secret);
    }

    public Task<IReadOnlyList<ParkedDelivery>> ParkedAsync(Subscription subscription, CancellationToken cancellationToken) =>
        node.Stores.Operations.ListParkedAsync(subscription.Name, cancellationToken);

    public bool ReplayParked(Subscription subscription) => board.Publisher.ReplayParked(subscription.Name);

    public bool Refresh(Subscription subscription, IReadOnlyCollection<GoldenId> ids) => board.Publisher.Refresh(subscription.Name, ids);

    /// <summary>Forgets a subscription: its document is removed, its cursor and its history of states stay on record.</summary>
    public Task RemoveAsync(Subscription subscription, string by, CancellationToken cancellationToken) => board.RemoveAsync(subscription.Name, by, cancellationToken);

    private async Task DoAsync(Subscription subscription, Task change)
    {
        await change;
        board.Publisher.Wake(subscription.Name);
    }
}
