using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Reconciling;

/// <summary>What the hub wrote into a system, held against what that system gives when it is read. Values stay in the page they came in.</summary>
internal sealed class WrittenRecords(SinkMemory memory)
{
    private const int Batch = 1000;
    private readonly Dictionary<string, (GoldenId Golden, SentFields Sent)> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<GoldenId, DriftKind?> _state = [];

    /// <summary>Written records that the system still has.</summary>
    public long Found { get; private set; }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Mdm.Registry.Storing.ToldCitizen> rows;
        GoldenId? at = null;
        do
        {
            rows = await memory.ListAsync(at, Batch, cancellationToken);
            foreach (var row in rows.Where(row => row is { Inside: true, ForeignKey: not null }))
            {
                _byKey[row.ForeignKey!] = (row.Golden, SentFields.Parse(row.Written));
                _state[row.Golden] = DriftKind.Missing;
            }

            at = rows.Count == 0 ? null : rows[^1].Golden;
        }
        while (rows.Count == Batch);
    }

    public void Take(IReadOnlyList<SourceRecord> records)
    {
        foreach (var record in records)
        {
            if (!_byKey.TryGetValue(record.Key, out var written))
            {
                continue;
            }

            var held = _state[written.Golden] != DriftKind.Missing;
            _state[written.Golden] = record.Deleted ? DriftKind.Missing : Same(record, written.Sent) ? null : DriftKind.Different;
            Found += (record.Deleted, held) switch
            {
                (true, true) => -1,
                (false, false) => 1,
                _ => 0,
            };
        }
    }

    /// <summary>How somebody who should be there differs; null when all is well. Asked once for each.</summary>
    public DriftKind? Drift(GoldenId id) => _state.Remove(id, out var kind) ? kind : DriftKind.Missing;

    /// <summary>Whom the system has, and nobody asked for.</summary>
    public IEnumerable<GoldenId> Unasked() => _state.Where(pair => pair.Value != DriftKind.Missing).Select(pair => pair.Key).Order();

    private bool Same(SourceRecord record, SentFields sent)
    {
        var row = JsonNode.Parse(record.Body.Span) as JsonObject ?? [];
        return sent.Sent.Keys.All(field => sent.Expected(field) == memory.Hash(record.Key, field, row[field]));
    }
}
