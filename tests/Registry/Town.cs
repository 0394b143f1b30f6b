using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Tests.Registry;

/// <summary>A registry over a store in memory, with a clock that stands still.</summary>
internal sealed class Town : IDisposable
{
    public static readonly Order Steward = new("steward-1", "seen");

    private CitizenRegistry _registry;

    private Town(MemoryStore store, FixedTime clock, CitizenRegistry registry) => (Store, Clock, _registry) = (store, clock, registry);

    public FixedTime Clock { get; }

    public MemoryStore Store { get; }

    public CitizenRegistry Registry => _registry;

    public static async Task<Town> OpenAsync() => await OpenAsync(new MemoryStore());

    /// <summary>A new town under a model of its own.</summary>
    public static async Task<Town> OpenAsync(MatchModel model)
    {
        var (store, clock) = (new MemoryStore(), new FixedTime());
        return new Town(store, clock, await CitizenRegistry.OpenAsync(store, model, SurvivorshipPolicy.French(), clock, default));
    }

    /// <summary>As <see cref="RestartAsync()"/>, under the model in force.</summary>
    public async Task RestartAsync(MatchModel model)
    {
        _registry.Dispose();
        _registry = await CitizenRegistry.OpenAsync(Store, model, SurvivorshipPolicy.French(), Clock, default);
    }

    /// <summary>Puts another model into force.</summary>
    public async Task ActivateAsync(MatchModel model)
    {
        _registry.Dispose();
        _registry = await CitizenRegistry.ActivateAsync(Store, model, SurvivorshipPolicy.French(), Clock, default);
    }

    public static async Task<Town> OpenAsync(MemoryStore store)
    {
        var clock = new FixedTime();
        return new Town(store, clock, await NewRegistryAsync(store, clock));
    }

    /// <summary>As after a crash: all memory gone, the store as it is.</summary>
    public async Task RestartAsync()
    {
        _registry.Dispose();
        _registry = await NewRegistryAsync(Store, Clock);
    }

    public Task<AbsorbedPage> AbsorbAsync(params Arrival[] records) => AbsorbAsync((IReadOnlyList<Arrival>)records);

    public Task<AbsorbedPage> AbsorbAsync(IReadOnlyList<Arrival> records) => _registry.AbsorbAsync(
        new RegistryPage { Connection = records.Count > 0 ? records[0].Record.Key.Connection : "none", Records = records, RunId = "run", Number = Store.Runs.Count + 1 }, default);

    /// <summary>As a run does it: the page is matched while the one before it commits.</summary>
    public Task<Ahead<AbsorbedPage>> AbsorbAheadAsync(int number, Task before, params Arrival[] records) => _registry.AbsorbAheadAsync(
        new RegistryPage { Connection = records[0].Record.Key.Connection, Records = records, RunId = "run", Number = number }, before, default);

    public GoldenId Of(string connection, string key, string part = "") =>
        Store.Parts.Values.Single(row => row.Key == new PartKey(connection, key, part)).Golden!.Value;

    public GoldenRecord Golden(GoldenId id) => Store.Goldens[id].Golden;

    /// <summary>The partition and its values, without ids: what must not depend on the way there.</summary>
    public string Values() => string.Join('\n', Store.Active
        .Select(row => row.Golden with { Id = default, Version = 0 })
        .OrderBy(golden => golden.Members[0])
        .Select(golden => System.Text.Encoding.UTF8.GetString(Mdm.Registry.Json.RegistryJson.Write(golden))));

    /// <summary>The steward's queue, without task ids.</summary>
    public string Queue() => string.Join('\n', Store.OpenReviews
        .Select(row => $"{row.A} {row.B} {row.Weight} {row.Pattern:x} {row.Reason}").Order(StringComparer.Ordinal));

    public void Dispose() => _registry.Dispose();

    private static Task<CitizenRegistry> NewRegistryAsync(IRegistryStore store, TimeProvider clock) =>
        CitizenRegistry.OpenAsync(store, MatchModel.French, SurvivorshipPolicy.French(), clock, default);
}
