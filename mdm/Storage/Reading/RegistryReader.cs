using System.Runtime.CompilerServices;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Providers;
using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>The reading face, on connections of its own: it sees committed pages only and never waits for the writer on SQLite and PostgreSQL.</summary>
internal sealed class RegistryReader(StorageEngine engine, ConnectionNames names, TimeProvider clock) : IRegistryReader, IDisposable
{
    private const int ExportBatch = 1000;
    private readonly PointReads _reads = engine.OpenReads(names);
    private readonly RecordLoader _loader = new(names);

    public async Task<GoldenRow?> FindGoldenAsync(GoldenId id, CancellationToken cancellationToken) =>
        await _reads.GoldensAsync([id], cancellationToken) is [var row] ? row : null;

    public async Task<IReadOnlyList<GoldenRow>> FindGoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken)
    {
        var rows = await _reads.GoldensAsync(ids, cancellationToken);
        return rows.Count < 2 ? rows : [.. rows.OrderBy(row => row.Golden.Id)];
    }

    public async Task<IReadOnlyList<GoldenRow>> ReadGoldensAsync(GoldenId? after, int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var rows = await RegistryQueries.AllGoldens(context, after?.Value ?? -1, limit).ToListAsync(cancellationToken);
        return [.. rows.Select(RowMapper.Golden)];
    }

    public async Task<GoldenId?> FindByIdentifierAsync(string system, string value, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var records = await _loader.RecordsAsync(context, [new RecordKey(system, value)], cancellationToken);
        if (records.SelectMany(record => record.Parts).FirstOrDefault(part => part.Golden is not null) is { } part)
        {
            return part.Golden;
        }

        var ids = await RegistryQueries.ByKey(context, Searching.SearchTerms.IdentifierKey(system, value)).ToListAsync(cancellationToken);
        var goldens = await RecordLoader.GoldensAsync(context, ids.Select(id => new GoldenId(id)), cancellationToken);
        return goldens.FirstOrDefault(row => row.Golden.Citizen.Identifiers.Any(own => own.System == system && own.Value == value))?.Golden.Id;
    }

    public async Task<IReadOnlyList<GoldenRow>> SearchAsync(CitizenSearch search, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        return await SearchReader.SearchAsync(context, search, cancellationToken);
    }

    public async Task<IReadOnlyList<GoldenRow>> ReadVersionsAsync(GoldenId id, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var versions = await HistoryReader.VersionsAsync(context, [id.Value], cancellationToken);
        return [.. versions.Select(RowMapper.Golden).Reverse()];
    }

    public async Task<IReadOnlyList<StoredRecord>> ReadSourcesAsync(GoldenId id, CancellationToken cancellationToken)
    {
        var golden = await FindGoldenAsync(id, cancellationToken);
        var keys = golden?.Golden.Members.Select(member => member.Record).ToHashSet() ?? [];
        var records = await _reads.RecordsAsync(keys, cancellationToken);
        return [.. records.Where(record => !record.Record.Deleted)];
    }

    public async Task<IReadOnlyList<LinkedRow>> ReadLinkedAsync(IReadOnlyCollection<int> recordIds, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var linked = new List<LinkedRow>();
        foreach (var ids in recordIds.Distinct().Select(id => (long)id).Chunk(PageScope.Chunk))
        {
            var rows = await RegistryQueries.Linked(context, ids).ToListAsync(cancellationToken);
            linked.AddRange(rows.Select(row => RegistryJson.ReadLinked((int)row.RecordId, row.Body)));
        }

        return linked;
    }

    public async Task<IReadOnlyList<RegistryChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var changes = await RegistryQueries.Changes(context, after, limit).ToListAsync(cancellationToken);
        return [.. changes.Select(RowMapper.Change)];
    }

    public async Task<long> FindLastChangeAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        return await RegistryQueries.State(context).Select(row => row.LastChange).SingleAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<RegistryChange>> ReadChangesOfAsync(GoldenId id, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var changes = await HistoryReader.ChangesAsync(context, id.Value, cancellationToken);
        return [.. changes.Select(RowMapper.Change)];
    }

    public async Task<IReadOnlyList<ReviewRow>> ListReviewsAsync(ReviewState state, int skip, int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var reviews = await RegistryQueries.Reviews(context, (long)state, skip, limit).ToListAsync(cancellationToken);
        return [.. reviews.Select(RowMapper.Review)];
    }

    public async Task<ReviewRow?> FindReviewAsync(long taskId, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var review = await RegistryQueries.Review(context, taskId).SingleOrDefaultAsync(cancellationToken);
        return review is null ? null : RowMapper.Review(review);
    }

    public async Task<DecisionRow?> FindDecisionAsync(long decisionId, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var decision = await RegistryQueries.Decision(context, decisionId).SingleOrDefaultAsync(cancellationToken);
        return decision is null ? null : RowMapper.Decision(decision);
    }

    public async Task<IReadOnlyList<DecisionRow>> ListDecisionsAsync(int skip, int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var decisions = await RegistryQueries.DecisionPage(context, skip, limit).ToListAsync(cancellationToken);
        return [.. decisions.Select(RowMapper.Decision)];
    }

    public async Task<IReadOnlyList<QuarantineRow>> ListQuarantineAsync(string? connection, bool replayed, int skip, int limit, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        if (connection is null)
        {
            return await QuarantineAsync(RegistryQueries.Quarantine(context, replayed, skip, limit), id => names[id], cancellationToken);
        }

        return await ConnectionNames.FindAsync(context, connection, cancellationToken) is { } number
            ? await QuarantineAsync(RegistryQueries.QuarantineOf(context, number, replayed, skip, limit), _ => connection, cancellationToken)
            : [];
    }

    public async Task<IReadOnlyList<QuarantineRow>> FindQuarantineAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var found = new List<QuarantineRow>();
        foreach (var keys in ids.Distinct().Select(id => id.ToByteArray(bigEndian: true)).Chunk(PageScope.Chunk))
        {
            found.AddRange(await QuarantineAsync(RegistryQueries.QuarantineById(context, keys), id => names[id], cancellationToken));
        }

        return found;
    }

    public async IAsyncEnumerable<RunPage> ReadRunAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        foreach (var page in await RegistryQueries.RunPages(context, StoredText.Write(runId)).ToListAsync(cancellationToken))
        {
            yield return new RunPage(runId, names[page.Connection], (int)page.Page, OutcomeForm.Read(page.Body));
        }
    }

    public async Task<CheckpointRow?> FindCheckpointAsync(string connection, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var row = await ConnectionNames.FindAsync(context, connection, cancellationToken) is { } number
            ? await RegistryQueries.Checkpoint(context, number).SingleOrDefaultAsync(cancellationToken)
            : null;
        return row is null ? null : new CheckpointRow(connection, StoredText.Read(row.Value), row.At.ToInstant());
    }

    public async Task<RegistryCounts> CountAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var connections = await RegistryQueries.Connections(context).ToListAsync(cancellationToken);
        var state = await RegistryQueries.State(context).SingleAsync(cancellationToken);
        return new RegistryCounts(
            connections.Sum(connection => connection.LiveRecords),
            await RegistryQueries.ActiveGoldens(context).LongCountAsync(cancellationToken),
            await RegistryQueries.OpenReviews(context).LongCountAsync(cancellationToken),
            state.LastChange,
            await RegistryQueries.Quarantined(context).LongCountAsync(cancellationToken));
    }

    public async Task<long> CountRecordsAsync(string connection, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        return (await RegistryQueries.Connection(context, StoredText.Write(connection)).FirstOrDefaultAsync(cancellationToken))?.LiveRecords ?? 0;
    }

    public async IAsyncEnumerable<GoldenRow> ReadAllGoldensAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var after = -1L;
        while (true)
        {
            var rows = await RegistryQueries.AllGoldens(context, after, ExportBatch).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                yield return RowMapper.Golden(row);
            }

            if (rows.Count < ExportBatch)
            {
                yield break;
            }

            after = rows[^1].Golden;
        }
    }

    public void Dispose() => _reads.Dispose();

    private async Task<List<QuarantineRow>> QuarantineAsync(IQueryable<QuarantineEntity> rows, Func<long, string> nameOf, CancellationToken cancellationToken)
    {
        var list = await rows.ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return [.. list.Select(row => RowMapper.Quarantine(row, nameOf(row.Connection), now))];
    }
}
