using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Linkage;

/// <summary>Precision and recall of candidate pairs against the threshold, where the truth is known: over pairs at or above review, before clustering.</summary>
public static class MeasuredCurve
{
    private const int Step = 500;

    public static IReadOnlyList<MeasuredPoint> Of(IReadOnlyCollection<ScoredPair> pairs, IReadOnlyList<int> rowOf, IReadOnlyDictionary<int, string> truth)
    {
        var all = truth.Values.GroupBy(t => t).Sum(g => (double)g.Count() * (g.Count() - 1) / 2);
        var points = new List<MeasuredPoint>();
        double right = 0, claimed = 0;
        foreach (var step in pairs.GroupBy(p => (int)Math.Floor((double)p.Weight / Step) * Step).OrderByDescending(g => g.Key))
        {
            right += step.Count(p => truth[rowOf[p.A]] == truth[rowOf[p.B]]);
            claimed += step.Count();
            points.Add(new MeasuredPoint(step.Key, right / claimed, all == 0 ? 0 : right / all));
        }

        return points;
    }
}
