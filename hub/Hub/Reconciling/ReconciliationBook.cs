using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Reconciling;

/// <summary>Keeps what comparisons found: ids, kinds and counts, as versions of a document, so that every node and the command line see the same.</summary>
public sealed class ReconciliationBook(IOperationsStore operations, TimeProvider clock)
{
    private const string Kind = "reconciliation";
    private const int Remembered = 400;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <returns>Null before the first comparison.</returns>
    public async Task<Reconciliation?> FindAsync(string subscription, CancellationToken cancellationToken) => (await LoadAsync(subscription, cancellationToken)).Found;

    /// <summary>Keeps a comparison; the history goes on.</summary>
    public async Task<Reconciliation> AddAsync(string subscription, ReconciliationPoint point, string by, long onItsWay, IReadOnlyList<Drift> drifts, CancellationToken cancellationToken)
    {
        var (before, version) = await LoadAsync(subscription, cancellationToken);
        var next = new Reconciliation(point, by, onItsWay, drifts, [.. (before?.History ?? []).Append(point).TakeLast(Remembered)]);
        await SaveAsync(subscription, next, version, by, cancellationToken);
        return next;
    }

    /// <summary>Asks the node that sends to tell those who differ again.</summary>
    /// <returns>False when nothing differs, or nothing was compared yet.</returns>
    public async Task<bool> AskRepairAsync(string subscription, string by, CancellationToken cancellationToken)
    {
        var (found, version) = await LoadAsync(subscription, cancellationToken);
        if (found is null || found.Drifts.Count == 0)
        {
            return false;
        }

        await SaveAsync(subscription, found with { RepairAskedAt = clock.GetUtcNow(), RepairedAt = null }, version, by, cancellationToken);
        return true;
    }

    /// <summary>The sender has taken the order over.</summary>
    public async Task RepairedAsync(string subscription, CancellationToken cancellationToken)
    {
        var (found, version) = await LoadAsync(subscription, cancellationToken);
        if (found is not null)
        {
            await SaveAsync(subscription, found with { RepairedAt = clock.GetUtcNow() }, version, "hub", cancellationToken);
        }
    }

    private Task SaveAsync(string subscription, Reconciliation found, int version, string by, CancellationToken cancellationToken) =>
        operations.SaveDocumentAsync(new DocumentRow(Kind, subscription, version + 1, JsonSerializer.Serialize(found, Form), clock.GetUtcNow(), by), cancellationToken);

    private async Task<(Reconciliation? Found, int Version)> LoadAsync(string subscription, CancellationToken cancellationToken) =>
        await operations.FindDocumentAsync(Kind, subscription, cancellationToken) is { } row ? (JsonSerializer.Deserialize<Reconciliation>(row.Text, Form), row.Version) : (null, 0);
}
