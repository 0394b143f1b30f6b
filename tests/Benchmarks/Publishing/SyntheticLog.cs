using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Storage;
using IntegrationHub.Tests.Benchmarks.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>A SQLite registry with a change log in it, and what a sender needs to bring that log out.</summary>
internal sealed class SyntheticLog : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly HubMetrics _metrics = new();
    private readonly RegistryStores _stores;
    private readonly AccessLog _audit;
    private readonly SyntheticPages _pages;
    private RegistryState _state;

    private SyntheticLog(DirectoryInfo folder, RegistryStores stores, RegistryState state, int page)
    {
        (_folder, _stores, _state) = (folder, stores, state);
        _pages = new SyntheticPages(new GoldenIdSequence(state.IdKey), page);
        _audit = new AccessLog(stores.Operations, TimeProvider.System, NullLogger.Instance);
        Reader = new ContractReader(stores.Reader, new ContractView(Contract, new SurvivorshipEngine(SurvivorshipPolicy.French())), _audit, "bench");
    }

    public static AccessContract Contract { get; } = new()
    {
        Name = "bench", Controller = Siret.Parse("21330063500017"), Purpose = "benchmark", LegalBasis = LegalBasis.PublicTask, Attributes = Scope.All, Sources = Scope.All,
    };

    public RegistryStores Stores => _stores;

    public ContractReader Reader { get; }

    public ChangeSignal Signal { get; } = new();

    public long Last => _state.LastChange;

    /// <param name="page">Records, and changes, of one commit.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    public static async Task<SyntheticLog> OpenAsync(int page, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-publish-bench-");
        var stores = await RegistryStores.OpenAsync(new StorageSettings { Directory = folder.FullName }, cancellationToken);
        await stores.Store.TakeOverAsync(cancellationToken);
        return new SyntheticLog(folder, stores, await stores.Store.LoadStateAsync(cancellationToken), page);
    }

    /// <summary>Commits one page and wakes the senders.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        var commit = _pages.Next(_state);
        await _stores.Store.CommitAsync(commit, cancellationToken);
        _state = commit.State;
        Signal.Publish(_state.LastChange);
    }

    /// <summary>A sender of this subscription, released at a place of the log.</summary>
    public async Task<SubscriptionSender> SenderAsync(Subscription subscription, IDeliveryChannel channel, long from, CancellationToken cancellationToken)
    {
        await new SubscriptionStates(_stores.Operations, TimeProvider.System).ActivateAsync(subscription.Name, Math.Max(0, from), "bench", cancellationToken);
        return new SubscriptionSender(subscription, new SenderParts(Reader, channel, _stores.Operations, Signal, TimeProvider.System, _metrics, NullLogger.Instance));
    }

    public async ValueTask DisposeAsync()
    {
        await _audit.DisposeAsync();
        await _stores.DisposeAsync();
        _metrics.Dispose();
        _folder.Delete(recursive: true);
    }
}
