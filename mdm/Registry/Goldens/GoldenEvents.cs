using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>What happens to golden records in one work: for each one the weightiest kind and every id it touches.</summary>
internal sealed class GoldenEvents
{
    private readonly Dictionary<GoldenId, (int Rank, ChangeKind Kind, SortedSet<GoldenId>? Touched)> _events = [];

    // The later in the list, the more a subscriber must know of it.
    private static readonly ChangeKind[] Ranks =
        [ChangeKind.Updated, ChangeKind.Unlinked, ChangeKind.Linked, ChangeKind.Created, ChangeKind.Split, ChangeKind.Merged, ChangeKind.Released];

    public void Add(GoldenId golden, ChangeKind kind, GoldenId? touched = null)
    {
        var rank = Array.IndexOf(Ranks, kind);
        var known = _events.TryGetValue(golden, out var e) ? e : (Rank: -1, Kind: kind, Touched: null);
        if (touched is { } other)
        {
            (known.Touched ??= [golden]).Add(other);
        }

        _events[golden] = rank > known.Rank ? (rank, kind, known.Touched) : known;
    }

    public (ChangeKind Kind, IReadOnlyList<GoldenId> Touched) Of(GoldenId golden) =>
        _events.TryGetValue(golden, out var e) ? (e.Kind, e.Touched is null ? [golden] : [.. e.Touched]) : (ChangeKind.Updated, [golden]);
}
