using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Registry;

/// <summary>The storage port in memory. It enforces every rule of the port at each commit, keeps bytes rather than objects, and fails on demand.</summary>
internal sealed class MemoryStore : IRegistryStore
{
    private RegistryState _state = new(0, 0, 0, 0, 0, 0, 0, 0, [.. Enumerable.Range(0, 32).Select(i => (byte)i)], null);

    public SortedDictionary<int, RecordRow> Records { get; } = [];

    public SortedDictionary<int, PartRow> Parts { get; } = [];

    public Dictionary<(int A, int B), ScoredPair> Pairs { get; } = [];

    public SortedDictionary<GoldenId, GoldenRow> Goldens { get; } = [];

    public List<GoldenRow> Versions { get; } = [];

    public List<RegistryChange> Changes { get; } = [];

    public SortedDictionary<long, ReviewRow> Reviews { get; } = [];

    public SortedDictionary<long, DecisionRow> Decisions { get; } = [];

    public Dictionary<int, LinkedRow> Linked { get; } = [];

    public List<QuarantineRow> Quarantine { get; } = [];

    public List<RunPage> Runs { get; } = [];

    public Dictionary<string, CheckpointRow> Checkpoints { get; } = [];

    public HashSet<string> Suppressed { get; } = [];

    public RegistryState State => _state;

    public int Commits { get; private set; }

    /// <summary>The next commit fails: before anything is written, or after all of it is.</summary>
    public Failing Next { get; set; }

    /// <summary>Milliseconds a commit is under way before it is seen.</summary>
    public int Slow { get; set; }

    public IEnumerable<GoldenRow> Active => Goldens.Values.Where(row => row.Golden.State == GoldenState.Active);

    public IEnumerable<ReviewRow> OpenReviews => Reviews.Values.Where(row => row.State == ReviewState.Open);

    public Task<RegistryState> LoadStateAsync(CancellationToken cancellationToken) => Task.FromResult(_state);

    public Task<long> TakeOverAsync(CancellationToken cancellationToken)
    {
        _state = _state with { Epoch = _state.Epoch + 1 };
        return Task.FromResult(_state.Epoch);
    }

    public IAsyncEnumerable<PartRow> ReadLivePartsAsync(CancellationToken cancellationToken) =>
        Parts.Values.Where(part => part.Golden is not null && part.Matchable).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<ScoredPair> ReadPairsAsync(CancellationToken cancellationToken) => Pairs.Values.ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<DecisionRow> ReadDecisionsAsync(CancellationToken cancellationToken) => Decisions.Values.ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<byte[]> ReadSuppressedAsync(CancellationToken cancellationToken) => Suppressed.Select(Convert.FromHexString).ToList().ToAsyncEnumerable();

    public Task<IReadOnlyList<StoredRecord>> FindRecordsAsync(IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken)
    {
        Assert.Equal(keys.Distinct().Count(), keys.Count);
        return Rows(Records.Values.Where(record => keys.Contains(record.Key))
            .Select(record => new StoredRecord(record, [.. Parts.Values.Where(part => part.RecordId == record.RecordId).OrderBy(part => part.Key)])));
    }

    public Task<IReadOnlyList<PartRow>> FindPartsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken) =>
        Rows(partIds.Where(Parts.ContainsKey).Select(id => Parts[id]));

    public Task<IReadOnlyList<GoldenRow>> FindGoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        Rows(ids.Where(Goldens.ContainsKey).Select(id => Goldens[id]));

    public Task<IReadOnlyList<GoldenRow>> FindRetiredAsync(IReadOnlyCollection<GoldenId> into, CancellationToken cancellationToken) =>
        Rows(Goldens.Values.Where(row => row.Golden.State == GoldenState.Merged && into.Contains(row.Golden.MergedInto!.Value)));

    public Task<IReadOnlyList<PartKey>> FindPastMembersAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        Rows(Versions.Where(row => ids.Contains(row.Golden.Id)).SelectMany(row => row.Golden.Members).Distinct());

    public IAsyncEnumerable<int> ReadDoubtfulPartsAsync(CancellationToken cancellationToken) =>
        OpenReviews.SelectMany(row => new[] { row.PartA, row.PartB ?? row.PartA }).ToList().ToAsyncEnumerable();

    public Task<IReadOnlyList<ReviewRow>> FindOpenReviewsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken) =>
        Rows(OpenReviews.Where(row => partIds.Contains(row.PartA) || (row.PartB is { } b && partIds.Contains(b))));

    public async Task CommitAsync(RegistryCommit commit, CancellationToken cancellationToken)
    {
        var failing = Next;
        Next = Failing.No;
        if (Slow > 0)
        {
            await Task.Delay(Slow, cancellationToken);
        }

        if (failing == Failing.Before)
        {
            throw new IOException("the disk is full");
        }

        if (commit.State.Epoch != _state.Epoch)
        {
            throw new FencedException();
        }

        Rules.Check(this, commit);
        Write(commit);
        Rules.CheckWhole(this);
        Commits++;
        if (failing == Failing.After)
        {
            throw new TimeoutException("the connection was lost");
        }
    }

    /// <summary>Golden records and feed, byte for byte.</summary>
    public string Image() => string.Join('\n', Goldens.Values.Select(row => Text(RegistryJson.Write(row.Golden))).Concat(Changes.Select(change => Text(RegistryJson.Write(change)))));

    private static string Text(byte[] json) => System.Text.Encoding.UTF8.GetString(json);

    private static Task<IReadOnlyList<T>> Rows<T>(IEnumerable<T> rows) => Task.FromResult<IReadOnlyList<T>>([.. rows]);

    private void Write(RegistryCommit commit)
    {
        foreach (var erasure in commit.Erasures)
        {
            Erase(erasure);
        }

        foreach (var record in commit.Records)
        {
            Records[record.RecordId] = record with { Body = record.Body.ToArray() };
        }

        foreach (var (id, version) in commit.Reseen)
        {
            Records[id] = Records[id] with { Version = version };
        }

        foreach (var part in commit.Parts)
        {
            Parts[part.PartId] = part with { Citizen = RegistryJson.ReadCitizen(RegistryJson.Write(part.Citizen)) };
        }

        foreach (var (id, golden) in commit.Moved)
        {
            Parts[id] = Parts[id] with { Golden = golden };
        }

        foreach (var (a, b) in commit.PairsRemoved)
        {
            Pairs.Remove((a, b));
        }

        foreach (var pair in commit.PairsAdded)
        {
            Pairs[(pair.A, pair.B)] = pair;
        }

        foreach (var row in commit.Goldens)
        {
            var stored = row with { Golden = RegistryJson.ReadGolden(RegistryJson.Write(row.Golden)) };
            Goldens[row.Golden.Id] = stored;
            Versions.Add(stored);
        }

        Changes.AddRange(commit.Changes.Select(change => RegistryJson.ReadChange(RegistryJson.Write(change))));
        commit.Reviews.ToList().ForEach(row => Reviews[row.TaskId] = row);
        commit.Decisions.ToList().ForEach(row => Decisions[row.DecisionId] = row);
        commit.Linked.ToList().ForEach(row => Linked[row.RecordId] = row);
        Quarantine.AddRange(commit.Quarantine);
        if (commit.Run is { } run)
        {
            Runs.Add(run);
        }

        if (commit.Checkpoint is { } checkpoint)
        {
            Checkpoints[checkpoint.Connection] = checkpoint;
        }

        _state = commit.State;
    }

    private void Erase(Erasure erasure)
    {
        erasure.Suppressed.ToList().ForEach(hash => Suppressed.Add(Convert.ToHexString(hash)));
        var parts = Parts.Values.Where(part => erasure.RecordIds.Contains(part.RecordId)).Select(part => part.PartId)
            .Concat(erasure.Parts.Select(part => part.PartId)).ToHashSet();
        var keys = parts.Select(id => Parts[id].Key).ToHashSet();
        parts.ToList().ForEach(id => Parts.Remove(id));
        erasure.RecordIds.ToList().ForEach(id => Records.Remove(id));
        erasure.RecordIds.ToList().ForEach(id => Linked.Remove(id));
        erasure.WipedRecordIds.ToList().ForEach(id => Records[id] = Records[id] with { Body = default });
        Pairs.Keys.Where(pair => parts.Contains(pair.A) || parts.Contains(pair.B)).ToList().ForEach(pair => Pairs.Remove(pair));
        Reviews.Values.Where(row => parts.Contains(row.PartA) || (row.PartB is { } b && parts.Contains(b))).ToList().ForEach(row => Reviews.Remove(row.TaskId));
        Decisions.Values.Where(row => keys.Contains(row.A) || keys.Contains(row.B)).ToList().ForEach(row => Decisions.Remove(row.DecisionId));
        Quarantine.RemoveAll(row => erasure.Keys.Any(key => key.Connection == row.Connection && key.Key == row.Key));
        for (var i = 0; i < Versions.Count; i++)
        {
            var golden = Versions[i].Golden;
            if (erasure.Goldens.Contains(golden.Id))
            {
                Versions[i] = Versions[i] with { Golden = golden with { Citizen = new Citizen(), Provenance = [], Members = [] }, Overrides = null };
            }
        }
    }
}
