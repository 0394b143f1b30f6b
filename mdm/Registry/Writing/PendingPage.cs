using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Writing;

/// <summary>A page whose commit is under way: the page matched meanwhile must see its rows.</summary>
internal sealed class PendingPage
{
    private readonly HashSet<RecordKey> _records;
    private readonly HashSet<int> _reseen;
    private readonly Dictionary<int, PartRow> _parts;
    private readonly Dictionary<int, GoldenId?> _moved;
    private readonly Dictionary<GoldenId, GoldenRow> _goldens;
    private readonly Dictionary<long, ReviewRow> _reviews;

    public PendingPage(RegistryCommit commit, Task committed)
    {
        Committed = committed;
        _records = [.. commit.Records.Select(record => record.Key)];
        _reseen = [.. commit.Reseen.Select(seen => seen.RecordId)];
        _parts = commit.Parts.ToDictionary(part => part.PartId);
        _moved = commit.Moved.ToDictionary(moved => moved.PartId, moved => moved.Golden);
        _goldens = commit.Goldens.ToDictionary(row => row.Golden.Id);
        _reviews = commit.Reviews.ToDictionary(row => row.TaskId);
    }

    /// <summary>Ends with the commit; fails when it failed.</summary>
    public Task Committed { get; }

    public bool Writes(RecordKey key) => _records.Contains(key);

    public bool Sees(RecordRow record) => _reseen.Contains(record.RecordId);

    public PartRow? Part(int partId) => _parts.GetValueOrDefault(partId);

    /// <summary>The row as this page leaves it, whether it was read before or after the commit.</summary>
    public PartRow After(PartRow part)
    {
        if (_parts.TryGetValue(part.PartId, out var whole))
        {
            return whole;
        }

        return _moved.TryGetValue(part.PartId, out var golden) ? part with { Golden = golden, LastGolden = golden is null ? part.Golden ?? part.LastGolden : part.LastGolden } : part;
    }

    public GoldenRow? Golden(GoldenId id) => _goldens.GetValueOrDefault(id);

    public IEnumerable<GoldenRow> RetiredInto(IReadOnlyCollection<GoldenId> into) =>
        _goldens.Values.Where(row => row.Golden is { State: GoldenState.Merged, MergedInto: { } heir } && into.Contains(heir));

    public bool Knows(ReviewRow review) => _reviews.ContainsKey(review.TaskId);

    public IEnumerable<ReviewRow> OpenReviews(IReadOnlySet<int> partIds) =>
        _reviews.Values.Where(row => row.State == ReviewState.Open && (partIds.Contains(row.PartA) || (row.PartB is { } b && partIds.Contains(b))));
}
