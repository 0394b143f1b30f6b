using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>u: how often two strangers reach each level, from random pairs; pairs the model takes for one person or one household are not strangers.</summary>
internal static class Strangers
{
    /// <summary>Random pairs the template stands for.</summary>
    private const double Before = 2;

    /// <summary>A level no random pair showed is believed to be at least as frequent as this many pairs of those drawn.</summary>
    private const double Least = 0.3;

    /// <param name="random">Random pairs.</param>
    /// <param name="template">Shares the file did not show.</param>
    /// <param name="model">Says which pairs are no strangers; null before it is known.</param>
    public static double[][] Measure(PairGroups random, LevelShares[][] template, Shares? model)
    {
        var counts = template.Select(_ => new double[16]).ToArray();
        for (var i = 0; i < random.Length; i++)
        {
            var (one, two) = model?.Posterior(random.Patterns[i], random.Frequencies[i]) ?? default;
            var strangers = random.Counts[i] * (1 - one - two);
            for (var c = 0; c < counts.Length; c++)
            {
                counts[c][(int)(random.Patterns[i] >> (4 * c)) & 15] += strangers;
            }
        }

        return [.. counts.Select((levels, c) =>
        {
            var seen = levels.Take(Comparator.Silent).Sum();
            var raw = template[c].Select((t, l) => Math.Max(levels[l] + (Before * t.U), Least) / (seen + Before)).ToArray();
            var sum = raw.Sum();
            return raw.Select(u => u / sum).ToArray();
        })];
    }
}
