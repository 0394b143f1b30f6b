using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Writing;

/// <summary>One transaction in the making: what it read, what it will write, the counters it moved. Nothing outside it changes before the commit.</summary>
internal sealed class Work(RegistryMemory memory, StoreReads reads, MatchOverlay overlay, DateTimeOffset at)
{
    private readonly Dictionary<int, PartRow> _parts = [];
    private readonly HashSet<int> _dirtyParts = [];
    private readonly Dictionary<int, GoldenId?> _moved = [];
    private readonly Dictionary<GoldenId, GoldenRow?> _loaded = [];
    private readonly Dictionary<GoldenId, GoldenRow> _staged = [];
    private readonly List<(DecisionRow Row, bool Added)> _book = [];
    private RegistryState _state = memory.State;
    private bool _abandoned;

    public RegistryMemory Memory => memory;

    public StoreReads Reads => reads;

    public MatchOverlay Overlay => overlay;

    public DateTimeOffset At => at;

    /// <summary>Parts put into or taken out of the index: only then is there something to resolve.</summary>
    public bool IndexTouched { get; private set; }

    public List<RecordRow> Records { get; } = [];

    public List<(int RecordId, SourceVersion Version)> Reseen { get; } = [];

    public List<LinkedRow> Linked { get; } = [];

    public List<ScoredPair> PairsAdded { get; } = [];

    public List<(int A, int B)> PairsRemoved { get; } = [];

    public List<RegistryChange> Changes { get; } = [];

    public List<ReviewRow> Reviews { get; } = [];

    public List<DecisionRow> Decisions { get; } = [];

    public List<QuarantineRow> Quarantine { get; } = [];

    public List<Erasure> Erasures { get; } = [];

    public IReadOnlyList<Guid> Replayed { get; set; } = [];

    public RunPage? Run { get; set; }

    public CheckpointRow? Checkpoint { get; set; }

    /// <summary>Matchable parts that are new, changed or back.</summary>
    public HashSet<int> Put { get; } = [];

    /// <summary>Answers this work puts beside the parts they are about.</summary>
    public HashSet<PartKey> Answers { get; } = [];

    /// <summary>Parts this work gives their first row.</summary>
    public IEnumerable<PartRow> Fresh => _dirtyParts.Where(IsNewPart).Order().Select(id => _parts[id]);

    /// <summary>Parts that left the index for good, with the golden record they stood behind.</summary>
    public List<(PartRow Part, GoldenId Golden)> Gone { get; } = [];

    /// <summary>Parts a restriction takes out of the index.</summary>
    public List<int> Hidden { get; } = [];

    /// <summary>Parts a release brings back to the index, with the golden record they stood behind all along.</summary>
    public Dictionary<int, GoldenId> Released { get; } = [];

    /// <summary>The golden record a part stood behind before this work; null for a newcomer.</summary>
    public GoldenId? Before(int partId) => memory.GoldenOf(partId) ?? (Released.TryGetValue(partId, out var golden) ? golden : null);

    public int NextRecordId()
    {
        _state = _state with { LastRecordId = _state.LastRecordId + 1 };
        return _state.LastRecordId;
    }

    public int NextPartId()
    {
        _state = _state with { LastPartId = _state.LastPartId + 1 };
        return _state.LastPartId;
    }

    public GoldenId NextGoldenId()
    {
        _state = _state with { GoldenCount = _state.GoldenCount + 1 };
        return memory.Ids.At(_state.GoldenCount - 1);
    }

    public long NextReviewId()
    {
        _state = _state with { LastReview = _state.LastReview + 1 };
        return _state.LastReview;
    }

    public long NextDecisionId() => _state.LastDecision + 1;

    public long NextChange()
    {
        _state = _state with { LastChange = _state.LastChange + 1 };
        return _state.LastChange;
    }

    public bool IsNewPart(int partId) => partId > memory.State.LastPartId;

    public PartRow? KnownPart(int partId) => _parts.GetValueOrDefault(partId);

    /// <summary>Keeps what was read, unless this work has changed it already.</summary>
    public void Know(PartRow part) => _parts.TryAdd(part.PartId, part);

    /// <summary>Writes a part's whole row.</summary>
    public void Save(PartRow part)
    {
        _parts[part.PartId] = part;
        _dirtyParts.Add(part.PartId);
        _moved.Remove(part.PartId);
    }

    /// <summary>Puts a part behind a golden record.</summary>
    public void Move(int partId, GoldenId golden)
    {
        if (_parts.TryGetValue(partId, out var row))
        {
            _parts[partId] = row with { Golden = golden };
        }

        if (!_dirtyParts.Contains(partId))
        {
            _moved[partId] = golden;
        }
    }

    public void PutInIndex(PartRow part, MatchRecord record)
    {
        overlay.Put(part.PartId, record);
        Put.Add(part.PartId);
        IndexTouched = true;
    }

    /// <summary>Takes a part out of the index; <paramref name="golden"/> says whom it leaves, null when it stays behind its record (restriction).</summary>
    public void TakeFromIndex(PartRow part, GoldenId? golden)
    {
        overlay.Remove(part.PartId);
        IndexTouched = true;
        if (golden is { } left)
        {
            Gone.Add((part, left));
        }
        else
        {
            Hidden.Add(part.PartId);
        }
    }

    public async Task LoadPartsAsync(IEnumerable<int> partIds, CancellationToken cancellationToken)
    {
        var missing = partIds.Where(id => !_parts.ContainsKey(id)).Distinct().Order().ToList();
        if (missing.Count > 0)
        {
            foreach (var part in await reads.FindPartsAsync(missing, cancellationToken))
            {
                Know(part);
            }
        }
    }

    public async Task LoadGoldensAsync(IEnumerable<GoldenId> ids, CancellationToken cancellationToken)
    {
        var missing = ids.Where(id => !_loaded.ContainsKey(id) && !_staged.ContainsKey(id)).Distinct().Order().ToList();
        if (missing.Count > 0)
        {
            foreach (var id in missing)
            {
                _loaded[id] = null;
            }

            foreach (var row in await reads.FindGoldensAsync(missing, cancellationToken))
            {
                _loaded[row.Golden.Id] = row;
            }
        }
    }

    public void Know(GoldenRow row) => _loaded.TryAdd(row.Golden.Id, row);

    /// <summary>A golden row as this work sees it; it must have been loaded or staged.</summary>
    public GoldenRow? Golden(GoldenId id) => _staged.TryGetValue(id, out var row) ? row : _loaded.GetValueOrDefault(id);

    public void Save(GoldenRow row) => _staged[row.Golden.Id] = row;

    public void Decide(DecisionRow row)
    {
        _state = _state with { LastDecision = row.DecisionId };
        Decisions.Add(row);
        memory.Decisions.Add(row);
        _book.Add((row, true));
        overlay.Decide(new PairDecision(row.DecisionId, Projection.MatchProjection.KeyOf(row.A), Projection.MatchProjection.KeyOf(row.B), row.Same));
        IndexTouched = true;
    }

    /// <summary>Takes a decision out of force; the row stays, withdrawn, unless an erasure removes it.</summary>
    public void Withdraw(DecisionRow row, DecisionRow? kept)
    {
        if (kept is not null)
        {
            Decisions.Add(kept);
        }

        memory.Decisions.Remove(row);
        _book.Add((row, false));
        overlay.Withdraw(row.DecisionId);
        IndexTouched = true;
    }

    /// <summary>Gives the decision book back as it was; all else lives in this work alone.</summary>
    public void RollBack()
    {
        for (var i = _book.Count - 1; i >= 0; i--)
        {
            if (_book[i].Added)
            {
                memory.Decisions.Remove(_book[i].Row);
            }
            else
            {
                memory.Decisions.Add(_book[i].Row);
            }
        }
    }

    /// <summary>Review tasks that name erased parts go with them: closing them would write the keys again.</summary>
    public void ForgetReviews()
    {
        var gone = Gone.Select(one => one.Part.PartId).ToHashSet();
        Reviews.RemoveAll(row => gone.Contains(row.PartA) || (row.PartB is { } b && gone.Contains(b)));
    }

    /// <summary>Gives the work up: nothing of it is committed.</summary>
    public void Abandon() => _abandoned = true;

    /// <summary>The commit; null when there is nothing to write.</summary>
    public RegistryCommit? Build(string modelVersion)
    {
        var commit = BuildAlways(modelVersion);
        var writes = Erasures.Count + Records.Count + Reseen.Count + commit.Parts.Count + commit.Moved.Count + Linked.Count + PairsAdded.Count + PairsRemoved.Count
            + commit.Goldens.Count + Changes.Count + Reviews.Count + Decisions.Count + Quarantine.Count + Replayed.Count;
        return !_abandoned && (writes > 0 || Run is not null || Checkpoint is not null) ? commit : null;
    }

    /// <summary>The commit, though nothing but the model's version may be new in it.</summary>
    public RegistryCommit BuildAlways(string modelVersion) => new()
    {
        State = _state with { Page = _state.Page + 1, ModelVersion = modelVersion },
        At = at,
        Erasures = Erasures,
        Records = Records,
        Reseen = Reseen,
        Parts = [.. _dirtyParts.Order().Select(id => _parts[id])],
        Moved = [.. _moved.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))],
        Linked = Linked,
        PairsAdded = PairsAdded,
        PairsRemoved = PairsRemoved,
        Goldens = [.. _staged.Values.OrderBy(row => row.Golden.Id)],
        Changes = Changes,
        Reviews = Reviews,
        Decisions = Decisions,
        Quarantine = Quarantine,
        Replayed = Replayed,
        Run = Run,
        Checkpoint = Checkpoint,
    };

    /// <summary>Makes the memory what was committed.</summary>
    public void Apply(RegistryCommit commit) => memory.Take(commit, Gone.Select(one => one.Part.PartId));
}
