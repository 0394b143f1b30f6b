using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Delivery;

/// <summary>A hub that writes a registry and tells one subscription of it: the parts the executable runs, over a real store.</summary>
internal sealed class DeliveringHub : IAsyncDisposable
{
    private const string Name = "copy";
    private readonly CancellationTokenSource _stop = new();
    private readonly HubMetrics _metrics = new();
    private readonly RegistryStores _stores;
    private readonly AccessLog _audit;
    private readonly Publisher _publisher;
    private readonly Task _writing;

    private DeliveringHub(RegistryStores stores, TimeProvider clock, Func<Subscription, IDeliveryChannel> open)
    {
        _stores = stores;
        var signal = new ChangeSignal();
        Writer = new RegistryWriter(
            token => CitizenRegistry.OpenAsync(stores.Store, MatchModel.French, SurvivorshipPolicy.French(), clock, token), null, signal, clock, NullLogger<RegistryWriter>.Instance);
        _audit = new AccessLog(stores.Operations, clock, NullLogger.Instance);
        _publisher = new Publisher(
            stores.Reader, stores.Operations, new SurvivorshipEngine(SurvivorshipPolicy.French()), _audit, signal, clock, _metrics,
            (subscription, _) => Task.FromResult(open(subscription)), NullLogger<Publisher>.Instance);
        _writing = Writer.RunAsync(_stop.Token);
    }

    public RegistryWriter Writer { get; }

    public RegistryStores Stores => _stores;

    public static async Task<DeliveringHub> OpenAsync(StorageSettings storage, TimeProvider clock, Subscription subscription, Func<Subscription, IDeliveryChannel> open)
    {
        var hub = new DeliveringHub(await RegistryStores.OpenAsync(storage), clock, open);
        var states = new SubscriptionStates(hub.Stores.Operations, clock);
        if ((await states.FindAsync(Name, default)).Mode == SubscriptionMode.Held)
        {
            await states.ActivateAsync(Name, null, "test", default);
        }

        await hub._publisher.StartAsync(subscription);
        return hub;
    }

    /// <summary>With every value, and so patient that nothing is parked.</summary>
    public static Subscription Subscription(ChannelKind channel, WebhookTarget? target = null) => new()
    {
        Name = Name,
        Contract = new AccessContract
        {
            Name = Name, Controller = Siret.Parse("21330063500017"), Purpose = "test", LegalBasis = LegalBasis.PublicTask, Attributes = Scope.All, Sources = Scope.All,
            Roles = new HashSet<Role> { Role.Application },
        },
        Channel = channel,
        Webhook = target,
        WithValues = true,
        Retry = RetrySchedule.Parse("1s x1000; then park"),
        Parallel = 8,
    };

    /// <summary>Waits until every change is settled.</summary>
    public Task UntilToldAsync() => Kills.UntilAsync(async () =>
        (await _stores.Operations.FindCursorAsync(Name, default))?.Sequence == await _stores.Reader.FindLastChangeAsync(default)
        && (await _stores.Operations.CountParkedAsync(Name, default)).Count == 0);

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _stop.CancelAsync();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _audit.DisposeAsync();
        await _stores.DisposeAsync();
        _metrics.Dispose();
        _stop.Dispose();
    }
}
