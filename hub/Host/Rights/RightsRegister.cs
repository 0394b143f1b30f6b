using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Rights;

/// <summary>The register of requests: written before an order is carried out and completed after, so that a crash in between shows.</summary>
public sealed class RightsRegister(IOperationsStore store, TimeProvider clock)
{
    private const string Kind = "rights";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task<RightsEntry> AskedAsync(RightsRequest request, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entry = new RightsEntry(
            Guid.CreateVersion7(now).ToString("N"), now, by, request.Person.ToString(), request.Action, request.Reason, request.Proof, "asked");
        await SaveAsync(entry, 1, cancellationToken);
        return entry;
    }

    public async Task<RightsEntry> EndedAsync(RightsEntry entry, string outcome, CancellationToken cancellationToken)
    {
        var ended = entry with { Outcome = outcome };
        await SaveAsync(ended, 2, cancellationToken);
        return ended;
    }

    /// <summary>Newest first; of one golden id when it is named.</summary>
    public async Task<IReadOnlyList<RightsEntry>> ListAsync(string? golden, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync(Kind, cancellationToken);
        return [.. rows.Select(row => JsonSerializer.Deserialize<RightsEntry>(row.Text, Form)!)
            .Where(entry => golden is null || entry.Golden == golden)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id, StringComparer.Ordinal)];
    }

    private Task SaveAsync(RightsEntry entry, int version, CancellationToken cancellationToken) =>
        store.SaveDocumentAsync(new DocumentRow(Kind, entry.Id, version, JsonSerializer.Serialize(entry, Form), clock.GetUtcNow(), entry.By), cancellationToken);
}
