using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>Reads records with their parts, parts, and golden records by key, a few hundred keys a query.</summary>
internal sealed class RecordLoader(ConnectionNames names)
{
    public async Task<List<StoredRecord>> RecordsAsync(RegistryContext context, IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken)
    {
        var records = new List<RecordRow>();
        foreach (var hashes in keys.Distinct().Select(KeyHash.Of).Chunk(PageScope.Chunk))
        {
            await foreach (var row in RegistryQueries.Records(context, hashes).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                records.Add(RowMapper.Record(row, names[row.Connection]));
            }
        }

        var parts = new Dictionary<int, List<PartRow>>();
        foreach (var ids in records.Select(record => (long)record.RecordId).Chunk(PageScope.Chunk))
        {
            await foreach (var row in RegistryQueries.PartsOfRecords(context, ids).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var part = RowMapper.Part(row, names[row.Connection]);
                if (!parts.TryGetValue(part.RecordId, out var list))
                {
                    parts[part.RecordId] = list = [];
                }

                list.Add(part);
            }
        }

        return [.. records.OrderBy(record => record.Key).Select(record => new StoredRecord(record, PartsOf(parts, record.RecordId)))];
    }

    public async Task<List<PartRow>> PartsAsync(RegistryContext context, IReadOnlyCollection<int> partIds, CancellationToken cancellationToken)
    {
        var parts = new List<PartRow>(partIds.Count);
        foreach (var ids in partIds.Distinct().Select(id => (long)id).Chunk(PageScope.Chunk))
        {
            await foreach (var row in RegistryQueries.Parts(context, ids).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                parts.Add(RowMapper.Part(row, names[row.Connection]));
            }
        }

        return parts;
    }

    public static async Task<List<GoldenRow>> GoldensAsync(RegistryContext context, IEnumerable<GoldenId> goldenIds, CancellationToken cancellationToken)
    {
        var goldens = new List<GoldenRow>();
        foreach (var ids in goldenIds.Distinct().Select(id => id.Value).Chunk(PageScope.Chunk))
        {
            await foreach (var row in RegistryQueries.Goldens(context, ids).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                goldens.Add(RowMapper.Golden(row));
            }
        }

        return goldens;
    }

    // The order of part keys within one record is the order of their part names.
    private static List<PartRow> PartsOf(Dictionary<int, List<PartRow>> parts, int recordId)
    {
        var list = parts.GetValueOrDefault(recordId) ?? [];
        list.Sort((a, b) => a.Key.CompareTo(b.Key));
        return list;
    }
}
