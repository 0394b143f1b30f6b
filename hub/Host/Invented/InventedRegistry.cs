using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Invented;

/// <summary>The registry that test keys read: <see cref="InventedPeople"/>, and a history with a change of every kind. Made at its first reader's, in a temporary folder that goes when the process ends in order.</summary>
/// <remarks>A real registry beside the real one, behind the same readers: what a developer sees of it is what the contract will show of real people. Clock and key of
/// the ids are fixed, so that ids and cursors are the same on every node and after every start.</remarks>
public sealed class InventedRegistry(ILoggerFactory logs) : IAsyncDisposable
{
    private static readonly DateTimeOffset At = new(2020, 1, 6, 8, 0, 0, TimeSpan.Zero);
    private static readonly Order Steward = new("test-steward", "test");

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Clock _clock = new();
    private Opened? _opened;

    /// <summary>Committed invented data.</summary>
    public async Task<IRegistryReader> ReaderAsync(CancellationToken cancellationToken) => (await OpenAsync(cancellationToken)).Stores.Reader;

    public async Task<ChangeFeed> FeedAsync(CancellationToken cancellationToken) => (await OpenAsync(cancellationToken)).Feed;

    /// <summary>Its own log: ids of people who do not exist have no place in the town's.</summary>
    public async Task<AccessLog> LogAsync(CancellationToken cancellationToken) => (await OpenAsync(cancellationToken)).Log;

    public async ValueTask DisposeAsync()
    {
        if (_opened is { } opened)
        {
            await CloseAsync(opened.Stores, opened.Log, opened.Folder);
        }

        _gate.Dispose();
    }

    private async Task<Opened> OpenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _opened ??= await MakeAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Opened> MakeAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-invented-").FullName;
        var stores = await RegistryStores.OpenAsync(new StorageSettings { Directory = folder, IdKey = new byte[32], Clock = _clock }, cancellationToken);
        var log = new AccessLog(stores.Operations, TimeProvider.System, logs.CreateLogger<AccessLog>());
        try
        {
            using var registry = await CitizenRegistry.OpenAsync(stores.Store, MatchModel.French, SurvivorshipPolicy.French(), _clock, cancellationToken);
            await LiveAsync(registry, stores.Reader, cancellationToken);
            return new Opened(folder, stores, log, new ChangeFeed(stores.Reader, new ChangeSignal(), TimeProvider.System));
        }
        catch
        {
            await CloseAsync(stores, log, folder);
            throw;
        }
    }

    /// <summary>A change of every kind happens to somebody: merged and split again, restricted and released, erased.</summary>
    private async Task LiveAsync(CitizenRegistry registry, IRegistryReader reader, CancellationToken cancellationToken)
    {
        await AbsorbAsync(InventedPeople.Crm, InventedPeople.InCrm);
        await AbsorbAsync(InventedPeople.Portal, InventedPeople.InPortal);
        await AbsorbAsync(InventedPeople.Crm, [InventedPeople.Moved]);
        await AbsorbAsync(InventedPeople.Portal, [InventedPeople.Gone]);
        await DoAsync(async () => await registry.MergeAsync(await IdAsync(InventedPeople.Crm, "2"), await IdAsync(InventedPeople.Portal, "b"), Steward, cancellationToken));
        var merged = await DoAsync(async () => await registry.MergeAsync(await IdAsync(InventedPeople.Crm, "8"), await IdAsync(InventedPeople.Portal, "c"), Steward, cancellationToken));
        await DoAsync(() => registry.UndoAsync(merged.Decisions[0], Steward, cancellationToken));
        await DoAsync(async () => await registry.RestrictAsync(await IdAsync(InventedPeople.Crm, "3"), cancellationToken));
        await DoAsync(async () => await registry.RestrictAsync(await IdAsync(InventedPeople.Crm, "7"), cancellationToken));
        await DoAsync(async () => await registry.ReleaseAsync(await IdAsync(InventedPeople.Crm, "7"), cancellationToken));
        await DoAsync(async () => await registry.EraseAsync(await IdAsync(InventedPeople.Crm, "6"), cancellationToken));

        Task AbsorbAsync(string connection, IReadOnlyList<Arrival> arrivals)
        {
            _clock.Now += TimeSpan.FromHours(1);
            return registry.AbsorbAsync(new RegistryPage { Connection = connection, Records = arrivals }, cancellationToken);
        }

        async Task<GoldenId> IdAsync(string connection, string key) => await reader.FindByIdentifierAsync(connection, key, cancellationToken)
            ?? throw new InvalidOperationException($"no invented person {connection} {key}");

        async Task<OrderResult.Done> DoAsync(Func<Task<OrderResult>> order)
        {
            _clock.Now += TimeSpan.FromHours(1);
            return await order() as OrderResult.Done ?? throw new InvalidOperationException("the invented history was refused");
        }
    }

    private static async Task CloseAsync(RegistryStores stores, AccessLog log, string folder)
    {
        await log.DisposeAsync();
        await stores.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed record Opened(string Folder, RegistryStores Stores, AccessLog Log, ChangeFeed Feed);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = At;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
