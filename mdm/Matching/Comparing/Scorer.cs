using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>The one scoring function: bulk, single records, queries and explanations all go through it.</summary>
internal sealed class Scorer(ModelSettings settings)
{
    private readonly ComparisonSetting[] _comparisons = [.. settings.Comparisons];
    private readonly Veto[] _vetoes = [.. settings.Vetoes];
    private readonly int[] _running = [.. Comparators.All.Select(c => settings.Comparisons.ToList().FindIndex(s => s.Comparator == c)).Where(i => i >= 0)];

    public Score Compare(int[] a, int[] b, Vocabulary vocabulary)
    {
        var pair = new Pair(a, b, vocabulary);
        var weight = settings.Prior;
        ulong pattern = 0;
        foreach (var i in _running)
        {
            var level = _comparisons[i].Comparator.Compare(ref pair, out var term);
            pattern |= (ulong)level << (4 * i);
            if (level != Comparator.Silent)
            {
                weight += _comparisons[i].Weights[level] + (_comparisons[i].Factors[level] * term / 1000);
            }
        }

        return new Score(weight, pattern, IsVetoed(a, b, pattern));
    }

    public Evidence Explain(int[] a, int[] b, Vocabulary vocabulary, string version)
    {
        var pair = new Pair(a, b, vocabulary);
        var lines = new EvidenceLine[_comparisons.Length];
        var weight = settings.Prior;
        ulong pattern = 0;
        foreach (var i in _running)
        {
            var comparison = _comparisons[i];
            var level = comparison.Comparator.Compare(ref pair, out var term);
            pattern |= (ulong)level << (4 * i);
            var frequency = level == Comparator.Silent ? 0 : comparison.Factors[level] * term / 1000;
            var total = level == Comparator.Silent ? 0 : comparison.Weights[level] + frequency;
            weight += total;
            lines[i] = new EvidenceLine(comparison.Comparator.Name, level == Comparator.Silent ? "silent" : comparison.Comparator.Levels[level], total, frequency);
        }

        var vetoes = _vetoes.Where(v => v.Holds(pattern)).Select(v => v.Name).ToList();
        if ((Row.FlagsOf(a) | Row.FlagsOf(b)).HasFlag(RowFlags.ReviewOnly))
        {
            vetoes.Add("status");
        }

        return new Evidence(version, settings.Prior, lines, vetoes, weight);
    }

    private bool IsVetoed(int[] a, int[] b, ulong pattern)
    {
        if ((Row.FlagsOf(a) | Row.FlagsOf(b)).HasFlag(RowFlags.ReviewOnly))
        {
            return true;
        }

        foreach (var veto in _vetoes)
        {
            if (veto.Holds(pattern))
            {
                return true;
            }
        }

        return false;
    }
}
