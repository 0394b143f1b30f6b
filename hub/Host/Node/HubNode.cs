using System.Data.Common;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Models;
using IntegrationHub.Host.Settings;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Echo;
using IntegrationHub.Hub.Enriching;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Node;

/// <summary>One running hub: stores, the writer and everything around it, put together by hand. Commands and server share it.</summary>
public sealed class HubNode : IAsyncDisposable
{
    // A free lease is taken well before; somebody who waits longer wants to know for what.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(300);

    // A hub that was killed holds its lease a little longer: wait that long before another process is said to write.
    private static readonly TimeSpan Patience = WriterLease.Time + TimeSpan.FromSeconds(10);

    private readonly string _name = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _writing;
    private SurvivorshipPolicy _policy;
    private volatile ActiveModel _active;

    private HubNode(HostSettings settings, RegistryStores stores, ConfigurationStore configuration, SurvivorshipPolicy policy, TimeProvider clock, ILoggerFactory logs, bool writes)
    {
        (Settings, Stores, Clock, Logs) = (settings, stores, clock, logs);
        _policy = policy;
        _active = new ActiveModel(MatchModel.French, policy);
        Models = new ModelShelf(stores.Operations, stores.Store, clock);
        Survivorship = new SurvivorshipEngine(policy);
        Audit = new AccessLog(stores.Operations, clock, logs.CreateLogger<AccessLog>());
        Feed = new ChangeFeed(stores.Reader, Signal, clock);
        Configuration = configuration;
        Bus = new NodeBus(settings.Bus);
        Writer = new RegistryWriter(
            OpenRegistryAsync,
            new WriterLease(stores.Operations, _name, StillClock.Moving(clock), logs.CreateLogger<WriterLease>()),
            Signal, clock, logs.CreateLogger<RegistryWriter>());
        Runs = new RunJournal(stores.Operations, clock, Metrics, logs.CreateLogger<RunJournal>());
        Pipeline = new Pipeline(Writer, stores.Reader, stores.Store, Runs, clock);
        Replay = new QuarantineReplay(Writer, stores.Reader, Runs, clock);
        Reception = new Reception(Writer, clock);
        _writing = writes ? Writer.RunAsync(_stop.Token) : Task.CompletedTask;
    }

    public HostSettings Settings { get; }

    public RegistryStores Stores { get; }

    public TimeProvider Clock { get; }

    public ILoggerFactory Logs { get; }

    /// <summary>The match model in force with what it sees, read at once: another may be activated between two readings.</summary>
    internal ActiveModel Active => _active;

    /// <summary>The match model in force.</summary>
    public MatchModel Model => _active.Model;

    /// <summary>What it sees of a citizen.</summary>
    public MatchProjection Projection => _active.Projection;

    public ModelShelf Models { get; }

    public SurvivorshipEngine Survivorship { get; private set; }

    public ChangeSignal Signal { get; } = new();

    public HubMetrics Metrics { get; } = new();

    public AccessLog Audit { get; }

    public ChangeFeed Feed { get; }

    public ConfigurationStore Configuration { get; }

    /// <summary>What changes the configuration while it serves goes through here.</summary>
    public ConfigurationGate Gate { get; } = new();

    public NodeBus Bus { get; }

    public RegistryWriter Writer { get; }

    public RunJournal Runs { get; }

    public Pipeline Pipeline { get; }

    public QuarantineReplay Replay { get; }

    /// <summary>What comes in by webhooks.</summary>
    public Reception Reception { get; }

    /// <summary>Opens the stores, applies the configuration folder and takes the writer's role.</summary>
    /// <param name="settings">Where everything is.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logs">For ids and states.</param>
    /// <param name="cancellationToken">Ends the wait for the writer's role.</param>
    /// <param name="waiting">Told once when another process writes.</param>
    /// <param name="standby">Waits for that other process however long it writes, to take over when it ends.</param>
    /// <exception cref="Connectors.Abstractions.Documents.DocumentException">A configuration document is wrong.</exception>
    /// <exception cref="StorageException">The storage cannot be opened.</exception>
    public static async Task<HubNode> OpenAsync(HostSettings settings, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellationToken, Action? waiting = null, bool standby = false)
    {
        var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, clock), cancellationToken);
        HubNode? node = null;
        try
        {
            var configuration = new ConfigurationStore(stores.Operations, clock, PluginConnectors.Load(settings));
            await configuration.ApplyAsync(settings.ConfigFolder(), cancellationToken);
            node = new HubNode(settings, stores, configuration, await PolicyAsync(configuration, cancellationToken), clock, logs, writes: true);
            await node.BeActiveAsync(waiting, standby ? TimeSpan.MaxValue : Patience, cancellationToken);
            await node.Runs.CloseInterruptedAsync(cancellationToken);
            return node;
        }
        catch
        {
            await (node?.DisposeAsync() ?? stores.DisposeAsync());
            throw;
        }
    }

    /// <summary>Opens beside a hub that may be running: to read, and to keep documents; it never takes the writer's role.</summary>
    /// <exception cref="StorageException">The storage cannot be opened.</exception>
    public static async Task<HubNode> OpenBesideAsync(HostSettings settings, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, clock), cancellationToken);
        try
        {
            var configuration = new ConfigurationStore(stores.Operations, clock, PluginConnectors.Load(settings));
            return new HubNode(settings, stores, configuration, await PolicyAsync(configuration, cancellationToken), clock, logs, writes: false);
        }
        catch
        {
            await stores.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the trust of connections kept since the start count. What was settled before keeps its values until it changes.</summary>
    public async Task TrustAsync(CancellationToken cancellationToken)
    {
        _policy = await PolicyAsync(Configuration, cancellationToken);
        Survivorship = new SurvivorshipEngine(_policy);
        await Writer.ReopenAsync(cancellationToken);
    }

    /// <summary>Runs a connection once, to the end of what its source has.</summary>
    public async Task<RunEnd> RunAsync(ConfiguredConnection connection, bool approved, Action<Run>? progress, CancellationToken cancellationToken)
    {
        var context = connection.Context(Settings.Data, Clock, Logs.CreateLogger(connection.Connector.Manifest.Name), approved);
        if (connection.Asks is { } asks)
        {
            return await Pipeline.RunAsync(await AskingAsync(connection, asks, context, cancellationToken), progress, cancellationToken);
        }

        return await Pipeline.RunAsync(connection.Intake(context) with { Echo = await FindEchoAsync(connection, cancellationToken) }, progress, cancellationToken);
    }

    // No brake: what changes much is what its answers are about, and that was braked where it came in.
    private async Task<Intake> AskingAsync(ConfiguredConnection connection, AskDocument asks, ConnectionContext context, CancellationToken cancellationToken) => new()
    {
        Connection = connection.Name,
        Source = new EnrichmentSource(connection.Name, new Inquiry
        {
            Enricher = connection.Connector.OpenEnricher(connection.Settings, context),
            Reader = new ContractReader(Stores.Reader, new ContractView(asks.Contract(connection.Document), Survivorship), Audit, connection.Name),
            Question = connection.Question!,
            Registry = Stores.Reader,
            Store = Stores.Store,
            Secret = (await Stores.Store.LoadStateAsync(cancellationToken)).IdKey,
            Clock = Clock,
        }),
        Map = connection.Map,
        Brake = Brake.Off,
    };

    /// <summary>What takes the hub's own words out of a connection's pages; null where no subscription writes into its system.</summary>
    public async Task<EchoFilter?> FindEchoAsync(ConfiguredConnection connection, CancellationToken cancellationToken)
    {
        var writing = (await Configuration.ReadSubscriptionsAsync(cancellationToken)).Where(document => document.Channel == ChannelKind.Sink && document.Connection == connection.Name).ToList();
        if (writing.Count == 0)
        {
            return null;
        }

        var secret = (await Stores.Store.LoadStateAsync(cancellationToken)).IdKey;
        return new EchoFilter(writing.ConvertAll(document => new SinkMemory(Stores.Operations, document.Name, secret)), connection.Mapping.Map, Stores.Store, Stores.Reader, Clock);
    }

    /// <summary>Connections that hold a person at most once, in name order.</summary>
    public Task<IReadOnlyList<string>> DuplicateFreeAsync(CancellationToken cancellationToken) => Configuration.DuplicateFreeAsync(cancellationToken);

    private static async Task<SurvivorshipPolicy> PolicyAsync(ConfigurationStore configuration, CancellationToken cancellationToken) =>
        SurvivorshipPolicy.French().WithTrust((await configuration.ReadAsync(cancellationToken)).ToDictionary(c => c.Name, c => c.Document.Trust, StringComparer.Ordinal));

    private async Task<CitizenRegistry> OpenRegistryAsync(CancellationToken cancellationToken)
    {
        var model = await Models.ToOpenAsync(await DuplicateFreeAsync(cancellationToken), cancellationToken);
        var registry = await CitizenRegistry.ActivateAsync(Stores.Store, model, _policy, Clock, cancellationToken);
        _active = new ActiveModel(model, _policy);
        return registry;
    }

    /// <summary>Waits until this node writes; what stopped the take-over is thrown as it was.</summary>
    /// <exception cref="WriterUnavailableException">Another process writes to this registry.</exception>
    private async Task BeActiveAsync(Action? waiting, TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = Clock.GetTimestamp();
        while (Writer.State != WriterState.Active)
        {
            if (_writing.IsCompleted)
            {
                await _writing;
            }

            if (Writer.State == WriterState.Standby && Clock.GetElapsedTime(since) > patience)
            {
                throw new WriterUnavailableException();
            }

            if (Writer.State == WriterState.Standby && Clock.GetElapsedTime(since) > Noticeable)
            {
                waiting?.Invoke();
                waiting = null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), Clock, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Bus.DisposeAsync();
        await ReleaseLeaseAsync();
        await Audit.DisposeAsync();
        await Stores.DisposeAsync();
        Metrics.Dispose();
        Gate.Dispose();
        _stop.Dispose();
    }

    /// <summary>Lets the next process write at once; a lease that cannot be given back runs out by itself.</summary>
    private async Task ReleaseLeaseAsync()
    {
        // Harmless for another's lease: only its holder, or anybody once it has run out, may change it.
        var now = StillClock.Moving(Clock).GetUtcNow();
        try
        {
            await Stores.Operations.TryHoldLeaseAsync("writer", _name, now, now, CancellationToken.None);
        }
        catch (Exception error) when (error is DbException or IOException or StorageException)
        {
            // On a full disk, say: what ended the run has been told already.
            HostLog.LeaseKept(Logs.CreateLogger<HubNode>(), error.GetType().Name);
        }
    }
}
