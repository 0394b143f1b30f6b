using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>Reads a pair's stance from its pattern, by one model.</summary>
internal sealed class Stances
{
    private readonly ModelSettings _settings;
    private readonly int[] _identity;
    private readonly int[][] _weights;

    /// <summary>Positions of the surname and of the given name, -1 where the model does not compare it.</summary>
    private readonly int _surname;
    private readonly int _givenName;

    public Stances(ModelSettings settings)
    {
        (_settings, _identity) = (settings, [.. settings.Identity]);
        _weights = [.. settings.Comparisons.Select(comparison => comparison.Weights)];
        (_surname, _givenName) = (Position<SurnameComparator>(), Position<GivenNameComparator>());
    }

    /// <param name="weight">The pair's.</param>
    /// <param name="pattern">The levels it reaches.</param>
    public Stance Of(int weight, ulong pattern)
    {
        var (sum, agree, disagree) = (0, 0u, 0u);
        foreach (var i in _identity)
        {
            var level = Level(pattern, i);
            var said = level == Comparator.Silent ? 0 : _weights[i][level];
            sum += Math.Min(0, said);
            agree |= said > 0 ? 1u << i : 0;
            disagree |= said < 0 ? 1u << i : 0;
        }

        return weight < _settings.Review && sum < _settings.Conflict
            ? new Stance(Obstacle.Guard, links: false, disagree)
            : new Stance(Obstacle.None, weight >= _settings.Link, agree | GivenName(pattern));
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
