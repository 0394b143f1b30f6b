using System.Buffers;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What stands between two records of a component, whether or not a blocking rule made them meet.</summary>
internal sealed class Obstacles : IDisposable
{
    /// <summary>Members up to which all pairs have their place in a table, of 8 MiB at most: the same few are asked for again and again.</summary>
    private const int Few = 1024;

    /// <summary>Members of whom all pairs may have a place where most are pairs anyway: a table of 2 GiB, less than a dictionary of them takes.</summary>
    private const int Many = 16_384;

    private readonly Component _component;
    private readonly ModelSettings _settings;
    private readonly Stances _stances;
    private readonly Scorer _scorer;
    private readonly Dictionary<long, Stance> _known = [];

    private Stance[] _table = [];
    private readonly HashSet<long> _same = [];
    private readonly HashSet<long> _never = [];

    public Obstacles(Component component, ModelSettings settings, Stances stances, Scorer scorer)
    {
        (_component, _settings, _stances, _scorer) = (component, settings, stances, scorer);
        var count = component.Members.Length;
        if (count <= Few)
        {
            _table = ArrayPool<Stance>.Shared.Rent(count * count);
            _table.AsSpan(0, count * count).Clear();
        }
        else if (count <= Many && component.Links.Length >= (long)count * count / 4)
        {
            _table = new Stance[count * count];
        }

        foreach (var (a, b, same) in component.Decisions)
        {
            (same ? _same : _never).Add(Place(a, b));
        }

        foreach (var link in component.Links)
        {
            Keep(link.A, link.B, Judge(link.A, link.B, link.Weight, link.Pattern, link.Vetoed));
        }
    }

    /// <summary>Gives the table back: the next component writes on it.</summary>
    public void Dispose()
    {
        if (_component.Members.Length <= Few)
        {
            ArrayPool<Stance>.Shared.Return(_table);
        }

        _table = [];
    }

    public Stance Of(int a, int b)
    {
        var known = Known(a, b);
        if (known.IsKnown)
        {
            return known;
        }

        var score = _scorer.Compare(_component.Members[a].Row.Span, _component.Members[b].Row.Span, _component.Vocabulary);
        var found = Judge(a, b, score.Weight, score.Pattern, score.Vetoed);
        Keep(a, b, found);
        return found;
    }

    private Stance Known(int a, int b) => _table.Length == 0 ? _known.GetValueOrDefault(Place(a, b)) : _table[Place(a, b)];

    private void Keep(int a, int b, Stance found)
    {
        if (_table.Length == 0)
        {
            _known[Place(a, b)] = found;
        }
        else
        {
            _table[Place(a, b)] = found;
        }
    }

    /// <summary>Counted through, so that the pairs of a crowd have hashes of their own: two numbers side by side in one word would share them by the thousand.</summary>
    private long Place(int a, int b) => ((long)Math.Min(a, b) * _component.Members.Length) + Math.Max(a, b);

    private Stance Judge(int a, int b, int weight, ulong pattern, bool vetoed)
    {
        var place = Place(a, b);
        if (_never.Contains(place) || _same.Contains(place))
        {
            return new Stance(_never.Contains(place) ? Obstacle.Never : Obstacle.None);
        }

        var stance = vetoed && Row.IsForReview(_component.Members[a].Row.Span, _component.Members[b].Row.Span) ? new Stance(Obstacle.Veto) : _stances.Of(weight, pattern, vetoed);
        return stance.Obstacle < Obstacle.Twice && IsTwice(a, b) ? new Stance(Obstacle.Twice) : stance;
    }

    private bool IsTwice(int a, int b) =>
        _settings.DuplicateFree.Count > 0
        && _component.Members[a].Key.Connection is var connection
        && connection == _component.Members[b].Key.Connection
        && _settings.DuplicateFree.Contains(connection);
}
