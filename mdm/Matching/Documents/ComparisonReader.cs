using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>Reads comparisons: every level of the comparator with its m and u, each column summing to 1.</summary>
internal static class ComparisonReader
{
    /// <summary>How often over a level may take the frequency of the value agreed on.</summary>
    private const double MostOfFrequency = 10;

    /// <summary>A share below this says no more, and its bits would be no numbers.</summary>
    private const double Least = 1e-100;

    public static List<ComparisonSetting> Read(DocumentNode node, int most)
    {
        var settings = new List<ComparisonSetting>();
        foreach (var (word, levels) in node.Entries())
        {
            var comparator = Comparators.All.FirstOrDefault(c => c.Name == word)
                ?? throw levels.UnknownWord(word, Comparators.All.Select(c => c.Name));
            settings.Add(ReadOne(comparator, levels));
        }

        return settings.Count <= most ? settings : throw node.Error($"a model has at most {most} comparisons");
    }

    private static ComparisonSetting ReadOne(Comparator comparator, DocumentNode node)
    {
        var levels = node.Known([.. comparator.Levels]);
        var weights = new int[comparator.Levels.Count];
        var kinWeights = new int[weights.Length];
        var factors = new int[weights.Length];
        var shares = new LevelShares[weights.Length];
        double sumM = 0, sumU = 0, sumKin = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var level = node.Required(levels, comparator.Levels[i]);
            var entries = level.Known("m", "u", "kin", "frequency");
            var m = level.Required(entries, "m").Number();
            var u = level.Required(entries, "u").Number();
            var kin = level.Required(entries, "kin").Number();
            if (m < Least || u < Least || kin < Least)
            {
                throw level.Error(FormattableString.Invariant($"m, u and kin must be above zero, {Least} at least"));
            }

            shares[i] = new LevelShares(m, u, kin);
            (sumM, sumU, sumKin) = (sumM + m, sumU + u, sumKin + kin);
            kinWeights[i] = (int)Math.Round(1000 * Math.Log2(kin / u));
            weights[i] = (int)Math.Round(1000 * Math.Log2(m / u));
            factors[i] = entries.TryGetValue("frequency", out var factor) ? (int)Math.Round(1000 * factor.Between(0, MostOfFrequency)) : 0;
        }

        if (Math.Abs(sumM - 1) > 1e-6 || Math.Abs(sumU - 1) > 1e-6 || Math.Abs(sumKin - 1) > 1e-6)
        {
            throw node.Error(FormattableString.Invariant($"m, u and kin must each sum to 1 (found {sumM:0.######}, {sumU:0.######}, {sumKin:0.######})"));
        }

        return new ComparisonSetting(comparator, weights, kinWeights, factors, shares);
    }
}
