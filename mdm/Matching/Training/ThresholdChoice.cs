namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Thresholds from the model's own posteriors over the candidates: no label is needed, and none is looked at.</summary>
internal static class ThresholdChoice
{
    /// <summary>A pair links by itself from these odds on, in bits: it is then likelier one person than not.</summary>
    public static IReadOnlyList<ExpectedQuality> Curve(PairGroups pairs, Shares shares)
    {
        var scored = new List<(int Weight, double Match)>(pairs.Length);
        for (var i = 0; i < pairs.Length; i++)
        {
            var (match, _) = shares.Posterior(pairs.Patterns[i], pairs.Frequencies[i]);
            scored.Add(((int)Math.Floor(Math.Clamp(1000 * Math.Log2(match / Math.Max(1 - match, 1e-300)), -60_000, 60_000) / 500) * 500, match * pairs.Counts[i]));
        }

        var all = scored.Sum(s => s.Match);
        double found = 0, claimed = 0;
        var curve = new List<ExpectedQuality>();
        var counts = Enumerable.Range(0, pairs.Length).GroupBy(i => scored[i].Weight).ToDictionary(g => g.Key, g => (Count: g.Sum(i => (long)pairs.Counts[i]), Match: g.Sum(i => scored[i].Match)));
        foreach (var (weight, (count, match)) in counts.OrderByDescending(c => c.Key))
        {
            (found, claimed) = (found + match, claimed + count);
            curve.Add(new ExpectedQuality(weight, found / claimed, all == 0 ? 0 : found / all, count, match));
        }

        return curve;
    }
}
