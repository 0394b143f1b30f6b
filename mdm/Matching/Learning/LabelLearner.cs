namespace IntegrationHub.Mdm.Matching.Learning;

/// <summary>Measures a model by what stewards decided and by random audits. It suggests; a new model still takes effect by activation alone.</summary>
public static class LabelLearner
{
    private const int Band = 1000;

    /// <summary>A doubt less often answered "the same" than this is not worth a steward's time.</summary>
    private const double WorthAsking = 0.05;

    /// <summary>Labels without which nothing is suggested.</summary>
    private const int Least = 30;

    /// <param name="labels">In any order.</param>
    /// <param name="precision">What links must be vouched for: the lower end of the interval reaches it.</param>
    public static MeasuredQuality Measure(IReadOnlyCollection<LabelledPair> labels, double precision = 0.99)
    {
        var weighed = labels.Where(l => !l.Held).ToList();
        var bands = Bands(weighed);
        var sources = weighed.GroupBy(l => string.CompareOrdinal(l.SourceA, l.SourceB) <= 0 ? (l.SourceA, l.SourceB) : (l.SourceB, l.SourceA))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Item1, StringComparer.Ordinal).ThenBy(g => g.Key.Item2, StringComparer.Ordinal)
            .Select(g => new SourceQuality(g.Key.Item1, g.Key.Item2, Share(g), g.Average(Expected)))
            .ToList();
        return new MeasuredQuality(Share(labels.Where(l => l.Audit)), Share(labels.Where(l => l.Held)), bands, sources, Link(bands, precision), Review(Bands(weighed.Where(l => !l.Audit))));
    }

    private static List<WeightBand> Bands(IEnumerable<LabelledPair> labels) =>
    [
        .. labels.GroupBy(l => (int)Math.Floor((double)l.Weight / Band) * Band)
            .OrderByDescending(g => g.Key)
            .Select(g => new WeightBand(g.Key, Share(g), g.Average(Expected))),
    ];

    /// <summary>From the heaviest band down, as long as all labels so far vouch for the precision.</summary>
    private static int? Link(List<WeightBand> bands, double precision)
    {
        int? link = null;
        var (same, count) = (0, 0);
        foreach (var band in bands)
        {
            (same, count) = (same + Count(band), count + band.Same.Count);
            if (count >= Least && WilsonInterval.Of(same, count).Low >= precision)
            {
                link = band.From;
            }
        }

        return link;
    }

    /// <summary>From doubts alone: that audits of links are worth asking says nothing of where asking should begin.</summary>
    private static int? Review(List<WeightBand> bands)
    {
        var asked = bands.Where(b => b.Same.Count >= Least).ToList();
        return asked.Count == 0 ? null : asked.LastOrDefault(b => b.Same.High >= WorthAsking)?.From;
    }

    private static int Count(WeightBand band) => (int)Math.Round(band.Same.Share * band.Same.Count);

    private static WilsonInterval Share(IEnumerable<LabelledPair> labels)
    {
        var list = labels.ToList();
        return WilsonInterval.Of(list.Count(l => l.Same), list.Count);
    }

    /// <summary>The probability that a weight stands for.</summary>
    private static double Expected(LabelledPair label) => 1 / (1 + Math.Pow(2, -label.Weight / 1000.0));
}
