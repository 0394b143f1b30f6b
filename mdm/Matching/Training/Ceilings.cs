using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>What one person's pairs, and a household's, may look like at most, whatever the data suggest.</summary>
/// <remarks>
/// Expectation–maximisation explains what many pairs share beyond chance. In a file that hardly repeats anybody that is something else than
/// one person: names that sound alike among people of an age, the families of a house. What the template calls a difference stays one.
/// </remarks>
internal sealed class Ceilings
{
    /// <summary>A level reached less than so many times as often as by strangers is a difference.</summary>
    private const double Differs = 4;

    /// <summary>So many times as often as strangers one person's pairs may reach such a level.</summary>
    private const double MostOfDifference = 16;

    /// <summary>Share of the pairs that may differ in a name, in a date, in a household's address.</summary>
    private const double MostDiffering = 0.5;

    /// <summary>The same where that many was not enough: then it is no slips that were found.</summary>
    private const double FewDiffering = 0.1;

    /// <summary>What counts as having come up against the ceiling.</summary>
    private const double Nearly = 0.9;

    /// <summary>One person's records agree on these more often than not.</summary>
    private static readonly string[] Who = ["surname", "givenName", "birthDate"];

    /// <summary>A household's do on this; a file without addresses leaves it whatever else pairs share, which is no harm.</summary>
    private static readonly string[] House = ["address"];

    private readonly bool[][] _apart;
    private readonly bool[][] _elsewhere;
    private readonly double _mostApart;

    /// <param name="comparisons">Of the template.</param>
    /// <param name="few">One person's pairs may hardly differ: asked for after a search that came up against the ceiling.</param>
    public Ceilings(IReadOnlyList<ComparisonSetting> comparisons, bool few = false)
    {
        _mostApart = few ? FewDiffering : MostDiffering;
        _apart = [.. comparisons.Select(c => c.Shares.Select(l => Who.Contains(c.Comparator.Name) && l.M < Differs * l.U).ToArray())];
        _elsewhere = [.. comparisons.Select(c => c.Shares.Select(l => House.Contains(c.Comparator.Name) && l.Kin < Differs * l.U).ToArray())];
    }

    /// <summary>The levels of a comparison, by position, with what is too much given to the levels that agree.</summary>
    public LevelShares[] Hold(int comparison, LevelShares[] levels)
    {
        var m = Hold([.. levels.Select((l, i) => _apart[comparison][i] ? Math.Min(l.M, MostOfDifference * l.U) : l.M)], _apart[comparison], _mostApart);
        var kin = Hold([.. levels.Select(l => l.Kin)], _elsewhere[comparison], MostDiffering);
        return [.. levels.Select((l, i) => new LevelShares(m[i], l.U, kin[i]))];
    }

    /// <summary>Whether what was taken for one person differs in who it is nearly as often as it may: relatives and namesakes, where families are many and names few.</summary>
    public bool AreReached(Shares shares) =>
        shares.Levels.Where((levels, c) => levels.Where((_, l) => _apart[c][l]).Sum(l => l.M) >= Nearly * _mostApart).Any();

    private static double[] Hold(double[] shares, bool[] differing, double most)
    {
        var much = shares.Where((_, l) => differing[l]).Sum();
        var rest = shares.Where((_, l) => !differing[l]).Sum();
        var differ = Math.Min(much, most);
        return much == 0 ? shares : [.. shares.Select((share, l) => share * (differing[l] ? differ / much : (1 - differ) / rest))];
    }
}
