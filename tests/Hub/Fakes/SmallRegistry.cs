using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Hub.Fakes;

/// <summary>Committed data as a test wrote it: people, their versions, sources and changes.</summary>
internal sealed class SmallRegistry : IRegistryReader
{
    private readonly List<RegistryChange> _changes = [];
    private readonly Dictionary<GoldenId, List<GoldenRow>> _versions = [];
    private readonly List<StoredRecord> _records = [];

    public static DateTimeOffset Day { get; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A new version of a person, with its change.</summary>
    public RegistryChange Put(GoldenRecord golden, ChangeKind kind, string reason, IReadOnlyList<string> attributes, params GoldenId[] others)
    {
        var at = Day.AddMinutes(_changes.Count);
        lock (_changes)
        {
            (_versions.TryGetValue(golden.Id, out var versions) ? versions : _versions[golden.Id] = []).Add(new GoldenRow(golden, Day, at));
            var change = new RegistryChange
            {
                Sequence = _changes.Count + 1,
                Kind = kind,
                Golden = golden.Id,
                Version = golden.Version,
                At = at,
                Touched = [.. others.Append(golden.Id).Distinct().Order()],
                Attributes = attributes,
                Reason = reason,
            };
            _changes.Add(change);
            return change;
        }
    }

    /// <summary>A new version of a person that no change row of its own tells: the retired side of a merge, the child of a split.</summary>
    public void Set(GoldenRecord golden)
    {
        lock (_changes)
        {
            (_versions.TryGetValue(golden.Id, out var versions) ? versions : _versions[golden.Id] = []).Add(new GoldenRow(golden, Day, Day));
        }
    }

    public GoldenRecord? Last(GoldenId id)
    {
        lock (_changes)
        {
            return _versions.GetValueOrDefault(id)?[^1].Golden;
        }
    }

    /// <summary>A source record with one citizen standing behind a golden record.</summary>
    public void Say(string connection, string key, GoldenId golden, Citizen citizen, string name = "")
    {
        var id = _records.Count + 1;
        var part = new PartRow { PartId = id, RecordId = id, Key = new PartKey(connection, key, name), Golden = golden, Citizen = citizen, ChangedAt = Day.AddDays(id) };
        var record = new RecordRow { RecordId = id, Key = new RecordKey(connection, key), Version = default, Revision = 1, ContentHash = 0, ReceivedAt = Day, Body = "{\"secret\":true}"u8.ToArray() };
        _records.Add(new StoredRecord(record, [part]));
    }

    public Task<GoldenRow?> FindGoldenAsync(GoldenId id, CancellationToken cancellationToken)
    {
        lock (_changes)
        {
            return Task.FromResult(_versions.GetValueOrDefault(id)?[^1]);
        }
    }

    public async Task<IReadOnlyList<GoldenRow>> FindGoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(ids.Distinct().Order().Select(id => FindGoldenAsync(id, cancellationToken)))).OfType<GoldenRow>()];

    public Task<IReadOnlyList<GoldenRow>> ReadGoldensAsync(GoldenId? after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GoldenRow>>([.. _versions.Values.Select(versions => versions[^1]).Where(row => row.Golden.Id.CompareTo(after ?? new GoldenId(-1)) > 0).OrderBy(row => row.Golden.Id).Take(limit)]);

    public Task<GoldenId?> FindByIdentifierAsync(string system, string value, CancellationToken cancellationToken)
    {
        var byKey = _records.SelectMany(record => record.Parts).FirstOrDefault(part => part.Key.Record == new RecordKey(system, value))?.Golden;
        var byIdentifier = _versions.Values.Select(versions => versions[^1].Golden).FirstOrDefault(golden => golden.Citizen.Identifiers.Any(i => i.System == system && i.Value == value))?.Id;
        return Task.FromResult(byKey ?? byIdentifier);
    }

    public Task<IReadOnlyList<GoldenRow>> SearchAsync(CitizenSearch search, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GoldenRow>>([.. _versions.Values.Select(versions => versions[^1])
            .Where(row => row.Golden.State == GoldenState.Active && row.Golden.Id.CompareTo(search.After ?? new GoldenId(-1)) > 0)
            .Where(row => search.Connections is null || row.Golden.Members.Any(part => search.Connections.Contains(part.Record.Connection)))
            .OrderBy(row => row.Golden.Id).Take(search.Limit)]);

    public Task<IReadOnlyList<GoldenRow>> ReadVersionsAsync(GoldenId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GoldenRow>>(_versions.GetValueOrDefault(id) ?? []);

    public Task<IReadOnlyList<StoredRecord>> ReadSourcesAsync(GoldenId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredRecord>>([.. _records.Where(record => record.Parts.Any(part => part.Golden == id)).OrderBy(record => record.Record.Key)]);

    public Task<IReadOnlyList<RegistryChange>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken)
    {
        lock (_changes)
        {
            return Task.FromResult<IReadOnlyList<RegistryChange>>([.. _changes.Skip((int)after).Take(limit)]);
        }
    }

    public Task<long> FindLastChangeAsync(CancellationToken cancellationToken) => Task.FromResult((long)_changes.Count);

    public Task<IReadOnlyList<RegistryChange>> ReadChangesOfAsync(GoldenId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RegistryChange>>([.. _changes.Where(change => change.Touched.Contains(id))]);

    /// <summary>Forgets what every version of a person said, as an erasure does.</summary>
    public void Erase(GoldenId id)
    {
        var last = _versions[id][^1].Golden;
        _versions[id].Clear();
        _records.RemoveAll(record => record.Parts.Any(part => part.Golden == id));
        Put(new GoldenRecord { Id = id, Version = last.Version + 1, State = GoldenState.Erased, Citizen = new Citizen() }, ChangeKind.Erased, "steward:9", []);
    }

    public Task<IReadOnlyList<LinkedRow>> ReadLinkedAsync(IReadOnlyCollection<int> recordIds, CancellationToken cancellationToken) => throw Unasked();

    public Task<IReadOnlyList<ReviewRow>> ListReviewsAsync(ReviewState state, int skip, int limit, CancellationToken cancellationToken) => throw Unasked();

    public Task<ReviewRow?> FindReviewAsync(long taskId, CancellationToken cancellationToken) => throw Unasked();

    public Task<DecisionRow?> FindDecisionAsync(long decisionId, CancellationToken cancellationToken) => throw Unasked();

    public Task<IReadOnlyList<DecisionRow>> ListDecisionsAsync(int skip, int limit, CancellationToken cancellationToken) => throw Unasked();

    public Task<IReadOnlyList<QuarantineRow>> ListQuarantineAsync(string? connection, bool replayed, int skip, int limit, CancellationToken cancellationToken) => throw Unasked();

    public Task<IReadOnlyList<QuarantineRow>> FindQuarantineAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => throw Unasked();

    public IAsyncEnumerable<RunPage> ReadRunAsync(string runId, CancellationToken cancellationToken) => throw Unasked();

    public Task<CheckpointRow?> FindCheckpointAsync(string connection, CancellationToken cancellationToken) => throw Unasked();

    public Task<RegistryCounts> CountAsync(CancellationToken cancellationToken) => throw Unasked();

    public Task<long> CountRecordsAsync(string connection, CancellationToken cancellationToken) => throw Unasked();

    public IAsyncEnumerable<GoldenRow> ReadAllGoldensAsync(CancellationToken cancellationToken) => throw Unasked();

    private static NotSupportedException Unasked() => new("no reader with a contract asks this");
}
