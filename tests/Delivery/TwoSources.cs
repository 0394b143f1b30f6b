using System.Diagnostics;
using System.Text;
using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Delivery;

/// <summary><c>serve</c> over the watched folders of two systems that export at the same time.</summary>
internal sealed class TwoSources(ServedHub hub, RegistryStores stores) : IAsyncDisposable
{
    public const int Files = 3;

    /// <summary>The same files for the same seed, in both folders, before the hub starts.</summary>
    public static async Task<TwoSources> NewAsync(int seed)
    {
        var hub = await ServedHub.NewAsync("crm", "guichet");
        var random = new Random(seed);
        for (var file = 0; file < Files; file++)
        {
            await hub.ExportAsync(random, ServedHub.People, "crm");
            await hub.ExportAsync(random, ServedHub.People, "guichet");
        }

        return new TwoSources(hub, await RegistryStores.OpenAsync(hub.Storage));
    }

    /// <summary>Serves until the condition holds, kills it there, and waits for no lease.</summary>
    public async Task ServeAsync(Func<Process, Task> until)
    {
        await hub.RunAsync(until);
        await hub.ForgetLeaseAsync();
    }

    /// <summary>Both at once in this process, to their ends.</summary>
    public async Task ImportAsync()
    {
        await using var node = await HubNode.OpenAsync(hub.Settings, TimeProvider.System, NullLoggerFactory.Instance, default);
        await Task.WhenAll((await node.Configuration.ReadAsync(default)).Select(connection => node.RunAsync(connection, approved: true, null, default)));
    }

    /// <summary>Whether the log has come so far, or everything is taken; looks ten times a second.</summary>
    public async Task<bool> ReachesAsync(long change)
    {
        await Task.Delay(100);
        return IsTaken || await ChangesAsync() >= change;
    }

    public Task<long> ChangesAsync() => stores.Reader.FindLastChangeAsync(default);

    public bool IsTaken => hub.IsTaken;

    /// <summary>Who is one person with whom, and what is held of them: a line each, without ids.</summary>
    public async Task<IReadOnlyList<string>> PartitionAsync()
    {
        var lines = new List<string>();
        await foreach (var row in stores.Reader.ReadAllGoldensAsync(default))
        {
            if (row.Golden.State == GoldenState.Active)
            {
                lines.Add($"{string.Join(' ', row.Golden.Members.Select(part => $"{part.Record.Connection}/{part.Record.Key}").Order(StringComparer.Ordinal))} {Encoding.UTF8.GetString(RegistryJson.Write(row.Golden.Citizen))}");
            }
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>No record missing and none in two golden records; no change skipped.</summary>
    public async Task AssertInvariantsAsync()
    {
        var members = new List<string>();
        await foreach (var row in stores.Reader.ReadAllGoldensAsync(default))
        {
            members.AddRange(row.Golden.State == GoldenState.Active ? row.Golden.Members.Select(part => $"{part.Record.Connection}/{part.Record.Key}") : []);
        }

        var sent = Enumerable.Range(0, ServedHub.People).SelectMany(person => new[] { $"crm/c{person}", $"guichet/c{person}" });
        Assert.Equal(sent.Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        var last = await stores.Reader.FindLastChangeAsync(default);
        var changes = await stores.Reader.ReadChangesAsync(0, int.MaxValue, default);
        Assert.Equal(Enumerable.Range(1, (int)last).Select(number => (long)number), changes.Select(change => change.Sequence));
    }

    /// <summary>Whether a run of one system was under way while one of the other was.</summary>
    public async Task<bool> RanAtOnceAsync()
    {
        var (crm, guichet) = (await stores.Operations.ListRunsAsync("crm", 0, 1000, default), await stores.Operations.ListRunsAsync("guichet", 0, 1000, default));
        return crm.Any(one => one.Read > 0 && guichet.Any(other => other.Read > 0 && one.StartedAt < other.ProgressAt && other.StartedAt < one.ProgressAt));
    }

    public async ValueTask DisposeAsync()
    {
        await stores.DisposeAsync();
        hub.Dispose();
    }
}
