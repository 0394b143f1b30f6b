namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Thresholds from the model's own posteriors over the candidates: no label is needed, and none is looked at.</summary>
internal static class ThresholdChoice
{
    /// <summary>Thousandths of a bit.</summary>
    private const int Step = 500;

    /// <summary>What the links together must be expected to be right in.</summary>
    private const double LeastPrecision = 0.985;

    /// <summary>What serves where that leaves nearly everything unfound and this finds most: in a register of few names the best of pairs may weigh a hair too little, all of them the same.</summary>
    private const double NextPrecision = 0.95;

    private const double NearlyNothing = 0.2;

    private const double Most = 0.5;

    /// <summary>Odds from which a pair is likelier one person than not.</summary>
    private const int Even = 500;

    /// <summary>Pairs a steward may be asked about, as a share of the records.</summary>
    private const double MostReview = 0.03;

    /// <summary>Odds below which nobody is asked.</summary>
    private const int LeastReview = -2000;

    /// <summary>Expected quality by weight, heaviest first.</summary>
    /// <param name="pairs">Candidates drawn.</param>
    /// <param name="shares">The model.</param>
    /// <param name="scale">Pairs of the whole file that one drawn pair stands for.</param>
    public static IReadOnlyList<ExpectedQuality> Curve(PairGroups pairs, Shares shares, double scale)
    {
        const int Limit = 60_000;
        var steps = new SortedDictionary<int, (double Pairs, double Matches)>(Comparer<int>.Create((x, y) => y.CompareTo(x)));
        for (var i = 0; i < pairs.Length; i++)
        {
            var (match, _) = shares.Posterior(pairs.Patterns[i], pairs.Frequencies[i]);
            var weight = 1000 * Math.Log2(Math.Max(match, 1e-30) / Math.Max(1 - match, 1e-30));
            var step = (int)Math.Floor(Math.Clamp(weight, -Limit, Limit) / Step) * Step;
            var (count, matches) = steps.GetValueOrDefault(step);
            steps[step] = (count + (pairs.Counts[i] * scale), matches + (match * pairs.Counts[i] * scale));
        }

        var all = steps.Values.Sum(s => s.Matches);
        double found = 0, claimed = 0;
        var curve = new List<ExpectedQuality>(steps.Count);
        foreach (var (weight, (count, matches)) in steps)
        {
            (found, claimed) = (found + matches, claimed + count);
            curve.Add(new ExpectedQuality(weight, found / claimed, all == 0 ? 0 : found / all, count, matches));
        }

        return curve;
    }

    /// <summary>The lowest weight from which links are expected to be right often enough, and the lowest from which a steward's time is well spent.</summary>
    /// <returns>Thousandths of a bit.</returns>
    public static (int Review, int Link) Choose(IReadOnlyList<ExpectedQuality> curve, int records)
    {
        var link = Lowest(curve, LeastPrecision);
        if (Found(curve, link) < NearlyNothing && Lowest(curve, NextPrecision) is var next && Found(curve, next) >= Most)
        {
            link = next;
        }

        var review = link;
        foreach (var step in curve.Where(s => s.Weight < link && s.Weight >= LeastReview))
        {
            if (curve.Where(s => s.Weight < link && s.Weight >= step.Weight).Sum(s => s.Pairs) > MostReview * records)
            {
                break;
            }

            review = step.Weight;
        }

        return (Math.Min(review, link - (2 * Step)), link);
    }

    /// <summary>The lowest weight from which links are expected to be right so often.</summary>
    private static int Lowest(IReadOnlyList<ExpectedQuality> curve, double precision) =>
        curve.FirstOrDefault(step => step.Weight >= Even && step.Precision < precision) is { } falls ? falls.Weight + Step : Even;

    /// <summary>The share of the expected matches from a weight on.</summary>
    private static double Found(IReadOnlyList<ExpectedQuality> curve, int weight) => curve.LastOrDefault(step => step.Weight >= weight)?.Recall ?? 0;
}
