using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>Reads comparisons: every level of the comparator with its m and u, each column summing to 1.</summary>
internal static class ComparisonReader
{
    public static List<ComparisonSetting> Read(DocumentNode node)
    {
        var settings = new List<ComparisonSetting>();
        foreach (var (word, levels) in node.Entries())
        {
            var comparator = Comparators.All.FirstOrDefault(c => c.Name == word)
                ?? throw levels.UnknownWord(word, Comparators.All.Select(c => c.Name));
            settings.Add(ReadOne(comparator, levels));
        }

        return settings.Count is > 0 and < 16 ? settings : throw node.Error("a model has 1 to 15 comparisons");
    }

    private static ComparisonSetting ReadOne(Comparator comparator, DocumentNode node)
    {
        var levels = node.Known([.. comparator.Levels]);
        var weights = new int[comparator.Levels.Count];
        var factors = new int[weights.Length];
        double sumM = 0, sumU = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var level = node.Required(levels, comparator.Levels[i]);
            var entries = level.Known("m", "u", "frequency");
            var m = level.Required(entries, "m").Number();
            var u = level.Required(entries, "u").Number();
            if (m <= 0 || u <= 0)
            {
                throw level.Error("m and u must be above zero");
            }

            (sumM, sumU) = (sumM + m, sumU + u);
            weights[i] = (int)Math.Round(1000 * Math.Log2(m / u));
            factors[i] = entries.TryGetValue("frequency", out var factor) ? (int)Math.Round(1000 * factor.Number()) : 0;
        }

        if (Math.Abs(sumM - 1) > 1e-6 || Math.Abs(sumU - 1) > 1e-6)
        {
            throw node.Error(FormattableString.Invariant($"m must sum to 1 (found {sumM:0.######}) and u must sum to 1 (found {sumU:0.######})"));
        }

        return new ComparisonSetting(comparator, weights, factors);
    }
}
