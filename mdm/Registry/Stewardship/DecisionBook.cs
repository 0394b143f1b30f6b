using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>The decisions in force, as a graph over source parts: "same" joins, "different" keeps joined groups apart.</summary>
internal sealed class DecisionBook
{
    private readonly Dictionary<long, DecisionRow> _rows = [];
    private readonly Dictionary<PartKey, List<DecisionRow>> _byPart = [];

    public bool IsEmpty => _rows.Count == 0;

    public DecisionRow? Find(long id) => _rows.GetValueOrDefault(id);

    public IReadOnlyList<DecisionRow> OfAction(long action) => [.. _rows.Values.Where(row => row.Action == action).OrderBy(row => row.DecisionId)];

    public IReadOnlyList<DecisionRow> Naming(PartKey part) => _byPart.TryGetValue(part, out var rows) ? rows : [];

    public void Add(DecisionRow row)
    {
        _rows.Add(row.DecisionId, row);
        Of(row.A).Add(row);
        Of(row.B).Add(row);
    }

    public void Remove(DecisionRow row)
    {
        _rows.Remove(row.DecisionId);
        foreach (var part in new[] { row.A, row.B })
        {
            if (_byPart.TryGetValue(part, out var rows))
            {
                rows.RemoveAll(other => other.DecisionId == row.DecisionId);
                if (rows.Count == 0)
                {
                    _byPart.Remove(part);
                }
            }
        }
    }

    /// <summary>The decisions that make the two one person, or "different" ones that hold their groups apart; empty when a new word is free.</summary>
    public IReadOnlyList<long> Against(PartKey a, PartKey b, bool same)
    {
        var (group, path) = Group(a, b);
        if (!same)
        {
            return path;
        }

        if (path.Count > 0)
        {
            return [];
        }

        var (other, _) = Group(b, null);
        return [.. group.SelectMany(Naming).Where(row => !row.Same && ((group.Contains(row.A) && other.Contains(row.B)) || (group.Contains(row.B) && other.Contains(row.A))))
            .Select(row => row.DecisionId).Distinct().Order()];
    }

    /// <summary>Whether decisions already say so: the two are joined, or a "different" stands between them.</summary>
    public bool Says(PartKey a, PartKey b, bool same) => same
        ? Group(a, b).Path.Count > 0
        : Naming(a).Any(row => !row.Same && (row.A == b || row.B == b));

    /// <summary>All parts that "same" decisions join with <paramref name="start"/>, and the decisions of a shortest way to <paramref name="goal"/>.</summary>
    private (HashSet<PartKey> Group, IReadOnlyList<long> Path) Group(PartKey start, PartKey? goal)
    {
        var from = new Dictionary<PartKey, DecisionRow?> { [start] = null };
        var queue = new Queue<PartKey>([start]);
        while (queue.TryDequeue(out var part))
        {
            foreach (var row in Naming(part).Where(row => row.Same))
            {
                var next = row.A == part ? row.B : row.A;
                if (from.TryAdd(next, row))
                {
                    queue.Enqueue(next);
                }
            }
        }

        var path = new List<long>();
        for (var at = goal; at is { } part && from.GetValueOrDefault(part) is { } row; at = row.A == part ? row.B : row.A)
        {
            path.Add(row.DecisionId);
        }

        path.Sort();
        return ([.. from.Keys], path);
    }

    private List<DecisionRow> Of(PartKey part)
    {
        if (!_byPart.TryGetValue(part, out var rows))
        {
            _byPart.Add(part, rows = []);
        }

        return rows;
    }
}
