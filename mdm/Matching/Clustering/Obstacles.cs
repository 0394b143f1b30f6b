using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What stands between two records of a component, whether or not a blocking rule made them meet.</summary>
internal sealed class Obstacles
{
    private readonly Component _component;
    private readonly ModelSettings _settings;
    private readonly Scorer _scorer;
    private readonly Dictionary<long, Obstacle> _known = [];
    private readonly HashSet<long> _same = [];
    private readonly HashSet<long> _never = [];

    public Obstacles(Component component, ModelSettings settings, Scorer scorer)
    {
        (_component, _settings, _scorer) = (component, settings, scorer);
        foreach (var (a, b, same) in component.Decisions)
        {
            (same ? _same : _never).Add(Id(a, b));
        }

        foreach (var link in component.Links)
        {
            _known[Id(link.A, link.B)] = Judge(link.A, link.B, link.Weight, link.Pattern, link.Vetoed);
        }
    }

    public Obstacle Between(int a, int b)
    {
        var id = Id(a, b);
        if (!_known.TryGetValue(id, out var found))
        {
            var score = _scorer.Compare(_component.Members[a].Row.Span, _component.Members[b].Row.Span, _component.Vocabulary);
            found = Judge(a, b, score.Weight, score.Pattern, score.Vetoed);
            _known[id] = found;
        }

        return found;
    }

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
