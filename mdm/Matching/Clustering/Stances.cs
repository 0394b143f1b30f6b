using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>Reads a pair's stance from its pattern, by one model.</summary>
internal sealed class Stances
{
    private readonly ModelSettings _settings;
    private readonly int[] _identity;
    private readonly int[][] _weights;
    private readonly int[] _best;

    private readonly Veto[] _vetoes;

    /// <summary>Positions of the surname and of the given name, -1 where the model does not compare it.</summary>
    private readonly int _surname;
    private readonly int _givenName;

    public Stances(ModelSettings settings)
    {
        (_settings, _identity) = (settings, [.. settings.Identity]);
        _weights = [.. settings.Comparisons.Select(comparison => comparison.Weights)];
        _best = [.. _weights.Select(weights => weights.Max())];
        _vetoes = [.. settings.VetoesInForce];
        (_surname, _givenName) = (Position<SurnameComparator>(), Position<GivenNameComparator>());
    }

    /// <param name="weight">The pair's.</param>
    /// <param name="pattern">The levels it reaches.</param>
    /// <param name="vetoed">Whether a veto of the model holds it at review.</param>
    public Stance Of(int weight, ulong pattern, bool vetoed)
    {
        var by = vetoed ? Vetoed(pattern) : default;
        if (by.Obstacle > Obstacle.Guard)
        {
            return new Stance(by.Obstacle, links: false, by.Disputed);
        }

        var (sum, agree, disagree) = (0, 0u, 0u);
        foreach (var i in _identity)
        {
            var level = Level(pattern, i);
            var said = level == Comparator.Silent ? 0 : _weights[i][level];
            sum += Math.Min(0, said);
            agree |= said > 0 ? 1u << i : 0;
            disagree |= said < 0 ? 1u << i : 0;
        }

        return weight < _settings.Review && sum < _settings.Conflict ? new Stance(Obstacle.Guard, links: false, disagree)
            : by.Obstacle == Obstacle.Reservation ? new Stance(Obstacle.Reservation, links: false, by.Disputed)
            : new Stance(Obstacle.None, !vetoed && weight >= _settings.Link, agree | GivenName(pattern));
    }

    /// <summary>The strongest that vetoes put between the groups of a pair, and all they dispute.</summary>
    private (Obstacle Obstacle, uint Disputed) Vetoed(ulong pattern)
    {
        var (found, disputed) = (Obstacle.None, 0u);
        foreach (var veto in _vetoes)
        {
            if (veto.Holds(pattern))
            {
                var (obstacle, by) = Disputed(veto, pattern);
                found = (Obstacle)Math.Max((byte)found, (byte)obstacle);
                disputed |= by;
            }
        }

        return (found, disputed);
    }

    /// <summary>What a veto is about: those of its comparisons that reach less than half of what agreement says, or else the one that falls shortest.</summary>
    /// <remarks>Where it holds by what is not said, and nothing that is said differs, it keeps a pair from linking and no others apart: silence proves nothing.</remarks>
    private (Obstacle Obstacle, uint Disputed) Disputed(Veto veto, ulong pattern)
    {
        var (disputed, shortest, most, silent) = (0u, 0u, -1, false);
        foreach (var (comparison, _) in veto.When)
        {
            var level = Level(pattern, comparison);
            if (!_settings.Identity.Contains(comparison))
            {
                return (Obstacle.Veto, 0);
            }

            if (level == Comparator.Silent)
            {
                silent = true;
                continue;
            }

            var missing = _best[comparison] - _weights[comparison][level];
            disputed |= 2 * missing > _best[comparison] ? 1u << comparison : 0;
            (shortest, most) = missing > most ? (1u << comparison, missing) : (shortest, most);
        }

        return !silent ? (Obstacle.Contradiction, disputed == 0 ? shortest : disputed)
            : disputed == 0 ? (Obstacle.None, 0)
            : (Obstacle.Reservation, disputed);
    }

    /// <summary>Swapped names agree in both, though the given name leaves the word to the surname.</summary>
    private uint GivenName(ulong pattern) =>
        _surname >= 0 && _givenName >= 0 && Level(pattern, _surname) is SurnameComparator.Swapped or SurnameComparator.HalfSwapped ? 1u << _givenName : 0;

    private static int Level(ulong pattern, int comparison) => (int)(pattern >> (4 * comparison)) & 15;

    private int Position<TComparator>()
    {
        for (var i = 0; i < _settings.Comparisons.Count; i++)
        {
            if (_settings.Comparisons[i].Comparator is TComparator)
            {
                return i;
            }
        }

        return -1;
    }
}
