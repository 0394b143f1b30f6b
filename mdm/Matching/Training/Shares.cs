using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>What is learned: m, u and kin of every level, and the shares of pairs that are one person and one household.</summary>
internal sealed class Shares
{
    private readonly double[][] _match;
    private readonly double[][] _kinship;

    public Shares(LevelShares[][] levels, double match, double kin)
    {
        (Levels, Match, Kin) = (levels, match, kin);
        _match = [.. levels.Select(c => c.Select(l => Math.Log2(l.M / l.U)).ToArray())];
        _kinship = [.. levels.Select(c => c.Select(l => Math.Log2(l.Kin / l.U)).ToArray())];
    }

    public LevelShares[][] Levels { get; }

    /// <summary>Share of all pairs of records that are one person.</summary>
    public double Match { get; }

    /// <summary>Share of all pairs of records that are two people of one household.</summary>
    public double Kin { get; }

    /// <summary>The probabilities that a pair is one person, and two of one household.</summary>
    public (double Match, double Kin) Posterior(ulong pattern, int frequency)
    {
        var (match, kin) = (Math.Log2(Match) + (frequency / 1000.0), Math.Log2(Kin) + (frequency / 1000.0));
        for (var c = 0; c < _match.Length; c++)
        {
            var level = (int)(pattern >> (4 * c)) & 15;
            if (level != Comparator.Silent)
            {
                match += _match[c][level];
                kin += _kinship[c][level];
            }
        }

        var (one, two) = (Math.Pow(2, Math.Min(match, 500)), Math.Pow(2, Math.Min(kin, 500)));
        var all = 1 + one + two;
        return (one / all, two / all);
    }

    /// <summary>Largest change of a weight a pair may well show, in bits: levels hardly any pair reaches do not count.</summary>
    public double Distance(Shares other)
    {
        const double Seldom = 0.002;
        var worst = Math.Abs(Math.Log2(Match / other.Match));
        for (var c = 0; c < Levels.Length; c++)
        {
            for (var l = 0; l < Levels[c].Length; l++)
            {
                if (Levels[c][l].M > Seldom)
                {
                    worst = Math.Max(worst, Math.Abs(_match[c][l] - other._match[c][l]));
                }
            }
        }

        return worst;
    }
}
