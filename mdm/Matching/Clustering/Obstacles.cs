using System.Buffers;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What stands between two records of a component, whether or not a blocking rule made them meet.</summary>
internal sealed class Obstacles : IDisposable
{
    /// <summary>Members up to which all pairs have their place in a table, of 4 MiB at most: the same few are asked for again and again.</summary>
    private const int Few = 2048;

    private readonly Component _component;
    private readonly ModelSettings _settings;
    private readonly Scorer _scorer;
    private readonly Dictionary<long, Obstacle> _known = [];

    // One more than the obstacle, 0 while it is unknown.
    private byte[] _table = [];
    private readonly HashSet<long> _same = [];
    private readonly HashSet<long> _never = [];

    public Obstacles(Component component, ModelSettings settings, Scorer scorer)
    {
        (_component, _settings, _scorer) = (component, settings, scorer);
        var count = component.Members.Length;
        if (count <= Few)
        {
            _table = ArrayPool<byte>.Shared.Rent(count * count);
            _table.AsSpan(0, count * count).Clear();
        }

        foreach (var (a, b, same) in component.Decisions)
        {
            (same ? _same : _never).Add(Id(a, b));
        }

        foreach (var link in component.Links)
        {
            Keep(link.A, link.B, Judge(link.A, link.B, link.Weight, link.Pattern, link.Vetoed));
        }
    }

    /// <summary>Gives the table back: the next component writes on it.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_table);
        _table = [];
    }

    public Obstacle Between(int a, int b)
    {
        if (Known(a, b) is { } known)
        {
            return known;
        }

        var score = _scorer.Compare(_component.Members[a].Row.Span, _component.Members[b].Row.Span, _component.Vocabulary);
        var found = Judge(a, b, score.Weight, score.Pattern, score.Vetoed);
        Keep(a, b, found);
        return found;
    }

    private Obstacle? Known(int a, int b)
    {
        if (_table.Length == 0)
        {
            return _known.TryGetValue(Id(a, b), out var found) ? found : null;
        }

        var known = _table[Place(a, b)];
        return known == 0 ? null : (Obstacle)(known - 1);
    }

    private void Keep(int a, int b, Obstacle found)
    {
        if (_table.Length == 0)
        {
            _known[Id(a, b)] = found;
        }
        else
        {
            _table[Place(a, b)] = (byte)(found + 1);
        }
    }

    private int Place(int a, int b) => (Math.Min(a, b) * _component.Members.Length) + Math.Max(a, b);

    private Obstacle Judge(int a, int b, int weight, ulong pattern, bool vetoed)
    {
        var id = Id(a, b);
        if (_never.Contains(id))
        {
            return Obstacle.Never;
        }

        if (_same.Contains(id))
        {
            return Obstacle.None;
        }

        if (vetoed)
        {
            return Obstacle.Veto;
        }

        var connection = _component.Members[a].Key.Connection;
        var twice = _settings.DuplicateFree.Count > 0 && connection == _component.Members[b].Key.Connection && _settings.DuplicateFree.Contains(connection);
        return twice || (weight < _settings.Review && Disagreement(pattern) < _settings.Conflict) ? Obstacle.Guard : Obstacle.None;
    }

    private int Disagreement(ulong pattern)
    {
        var sum = 0;
        foreach (var i in _settings.Identity)
        {
            var level = (int)(pattern >> (4 * i)) & 15;
            sum += level == Comparator.Silent ? 0 : Math.Min(0, _settings.Comparisons[i].Weights[level]);
        }

        return sum;
    }

    private static long Id(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
}
