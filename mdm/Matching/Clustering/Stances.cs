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

    /// <summary>Vetoes, and whether each is about nothing but who somebody is.</summary>
    private readonly (Veto Veto, bool OfIdentity)[] _vetoes;

    /// <summary>Positions of the surname and of the given name, -1 where the model does not compare it.</summary>
    private readonly int _surname;
    private readonly int _givenName;

    public Stances(ModelSettings settings)
    {
        (_settings, _identity) = (settings, [.. settings.Identity]);
        _weights = [.. settings.Comparisons.Select(comparison => comparison.Weights)];
        _best = [.. _weights.Select(weights => weights.Max())];
        _vetoes = [.. settings.VetoesInForce.Select(veto => (veto, veto.When.Length > 0 && veto.When.All(w => settings.Identity.Contains(w.Comparison))))];
        (_surname, _givenName) = (Position<SurnameComparator>(), Position<GivenNameComparator>());
    }

    /// <param name="weight">The pair's.</param>
    /// <param name="pattern">The levels it reaches.</param>
    /// <param name="vetoed">Whether a veto of the model holds it at review.</param>
    public Stance Of(int weight, ulong pattern, bool vetoed)
    {
        var (sum, agree, firmly, disagree) = (0, 0u, 0u, 0u);
        foreach (var i in _identity)
        {
            var level = Level(pattern, i);
            var said = level == Comparator.Silent ? 0 : _weights[i][level];
            sum += Math.Min(0, said);
            agree |= said > 0 ? 1u << i : 0;
            firmly |= said > 0 && !FallsShort(i, level) ? 1u << i : 0;
            disagree |= said < 0 ? 1u << i : 0;
        }

        var objects = weight < _settings.Review && sum < _settings.Conflict;
        if (!vetoed)
        {
            var swapped = GivenName(pattern);
            return objects ? new Stance(Obstacle.Guard, links: false, disagree) : new Stance(Obstacle.None, weight >= _settings.Link, agree | swapped, firmly | swapped);
        }

        var (obstacle, disputed) = Vetoed(pattern, weight - _settings.Link);
        return obstacle == Obstacle.None ? new Stance(objects ? Obstacle.Guard : Obstacle.None, links: false, objects ? disagree : 0)
            : obstacle == Obstacle.Reservation && !objects ? new Stance(obstacle, links: false, disputed)
            : obstacle == Obstacle.Veto ? new Stance(obstacle)
            : new Stance(Obstacle.Contradiction, links: false, objects ? disputed | disagree : disputed);
    }

    /// <summary>The strongest that vetoes put between the groups of a pair, and all that is in dispute.</summary>
    private (Obstacle Strongest, uint Disputed) Vetoed(ulong pattern, int above)
    {
        var (strongest, disputed) = (Obstacle.None, 0u);
        foreach (var (veto, ofIdentity) in _vetoes)
        {
            if (veto.Holds(pattern, above))
            {
                var (obstacle, by) = ofIdentity ? Read(veto, pattern) : (Obstacle.Veto, 0u);
                strongest = (Obstacle)Math.Max((byte)strongest, (byte)obstacle);
                disputed |= by;
            }
        }

        return (strongest, disputed);
    }

    /// <summary>What a veto about who somebody is puts between the groups of a pair, and what of it is in dispute.</summary>
    /// <remarks>Where it holds by what is not said, and nothing that is said differs, it keeps a pair from linking and no others apart: silence proves nothing.
    /// Where all is said and yet nothing differs enough to be voted on, nobody can vote; nor where strangers meet, not kin: pairs that share a contact are spared by such a veto, and would outvote it.</remarks>
    private (Obstacle Obstacle, uint Disputed) Read(Veto veto, ulong pattern)
    {
        var (disputed, silent) = (0u, false);
        foreach (var (comparison, _) in veto.When)
        {
            var level = Level(pattern, comparison);
            silent |= level == Comparator.Silent;
            disputed |= level != Comparator.Silent && FallsShort(comparison, level) ? 1u << comparison : 0;
        }

        var said = disputed == 0 || !veto.AmongKin ? Obstacle.Veto : Obstacle.Contradiction;
        var unsaid = disputed == 0 ? Obstacle.None : Obstacle.Reservation;
        return (silent ? unsaid : said, disputed);
    }

    /// <summary>Whether a level says less than half of the most that its comparison can: an initial, a look-alike, a slip in a surname. Such a likeness settles nothing that a veto has against a join.</summary>
    private bool FallsShort(int comparison, int level) => 2 * _weights[comparison][level] < _best[comparison];

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
