using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Expectation–maximisation over all pairs of a population, of which only candidates can be one person: m, kin and both shares; u stays.</summary>
/// <remarks>
/// Fellegi and Sunter, "A Theory for Record Linkage" (1969); Winkler, "Using the EM Algorithm for Weight Computation in the Fellegi-Sunter
/// Model of Record Linkage" (1988). Candidates come by the union of many blocking rules, so every comparison is seen to disagree by rules that
/// do not use it; pairs no rule finds count as strangers. The template's shares stand as if so many pairs had shown them before.
/// </remarks>
/// <param name="template">Shares the search starts from.</param>
/// <param name="apart">Comparisons, by position, that tell the people of a household apart: their kin shares hardly move.</param>
/// <param name="households">Whether the share of households is learned; else it stays.</param>
/// <param name="ceilings">Keeps both from becoming something else.</param>
internal sealed class Expectation(LevelShares[][] template, IReadOnlyList<int> apart, Ceilings ceilings, bool households = true)
{
    private const double BeforeMatch = 6;

    private const double BeforeKin = 100;

    private const double BeforeKinApart = 20_000;

    private const int MostRounds = 60;

    private const double Still = 0.02;

    /// <param name="pairs">Candidates.</param>
    /// <param name="all">Pairs of records that they were drawn from.</param>
    /// <param name="start">Where to begin; its u is kept.</param>
    public (Shares Shares, int Rounds, bool Converged) Fit(PairGroups pairs, double all, Shares start)
    {
        var shares = start;
        for (var round = 1; round <= MostRounds; round++)
        {
            var next = Step(pairs, all, shares);
            var moved = next.Distance(shares);
            shares = next;
            if (moved < Still)
            {
                return (shares, round, true);
            }
        }

        return (shares, MostRounds, false);
    }

    private Shares Step(PairGroups pairs, double all, Shares shares)
    {
        var match = template.Select(c => new double[16]).ToArray();
        var kin = template.Select(c => new double[16]).ToArray();
        double matches = 0.5, kins = 0.1;
        for (var i = 0; i < pairs.Length; i++)
        {
            var pattern = pairs.Patterns[i];
            var (one, two) = shares.Posterior(pattern, pairs.Frequencies[i]);
            (one, two) = (one * pairs.Counts[i], two * pairs.Counts[i]);
            matches += one;
            kins += two;
            for (var c = 0; c < match.Length; c++)
            {
                var level = (int)(pattern >> (4 * c)) & 15;
                match[c][level] += one;
                kin[c][level] += two;
            }
        }

        var levels = new LevelShares[template.Length][];
        for (var c = 0; c < levels.Length; c++)
        {
            var before = apart.Contains(c) ? BeforeKinApart : BeforeKin;
            var (allMatch, allKin) = (Sum(match[c]) + BeforeMatch, Sum(kin[c]) + before);
            levels[c] = ceilings.Hold(c, [.. template[c].Select((t, l) => new LevelShares(
                (match[c][l] + (BeforeMatch * t.M)) / allMatch,
                shares.Levels[c][l].U,
                (kin[c][l] + (before * t.Kin)) / allKin))]);
        }

        return new Shares(levels, matches / all, households ? kins / all : shares.Kin);
    }

    private static double Sum(double[] levels)
    {
        var sum = 0.0;
        for (var l = 0; l < Comparator.Silent; l++)
        {
            sum += levels[l];
        }

        return sum;
    }
}
