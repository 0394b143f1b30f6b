using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>What a pair shows before any weight is known: the level of each comparison, and the sum of its frequency adjustments.</summary>
internal sealed class PairObserver(IReadOnlyList<ComparisonSetting> comparisons)
{
    private readonly int[] _running = [.. Comparators.All.Select(c => comparisons.ToList().FindIndex(s => s.Comparator == c)).Where(i => i >= 0)];

    /// <summary>Levels packed as in <see cref="ScoredPair.Pattern"/>; the frequency in thousandths of a bit.</summary>
    public (ulong Pattern, int Frequency) Observe(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Vocabulary vocabulary)
    {
        var pair = new Pair(a, b, vocabulary);
        ulong pattern = 0;
        var frequency = 0;
        foreach (var i in _running)
        {
            var level = comparisons[i].Comparator.Compare(ref pair, out var term);
            pattern |= (ulong)level << (4 * i);
            frequency += level == Comparator.Silent ? 0 : comparisons[i].Factors[level] * term / 1000;
        }

        return (pattern, frequency);
    }
}
