using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>The one scoring function: bulk, single records, queries and explanations all go through it.</summary>
internal sealed class Scorer(ModelSettings settings)
{
    /// <summary>Households so rare (against true pairs) that vetoes about them fall away, thousandths of a bit.</summary>
    private const int NoHouseholds = -3000;

    private readonly ComparisonSetting[] _comparisons = [.. settings.Comparisons];
    private readonly Veto[] _vetoes = [.. settings.Vetoes.Where(v => !v.AmongKin || settings.Kinship - settings.Prior > NoHouseholds)];
    private readonly int[] _running = [.. Comparators.All.Select(c => settings.Comparisons.ToList().FindIndex(s => s.Comparator == c)).Where(i => i >= 0)];

    public Score Compare(int[] a, int[] b, Vocabulary vocabulary)
    {
        var pair = new Pair(a, b, vocabulary);
        var weight = settings.Prior;
        var kin = settings.Kinship;
        ulong pattern = 0;
        foreach (var i in _running)
        {
            var comparison = _comparisons[i];
            var level = comparison.Comparator.Compare(ref pair, out var term);
            pattern |= (ulong)level << (4 * i);
            if (level != Comparator.Silent)
            {
                var frequency = comparison.Factors[level] * term / 1000;
                weight += comparison.Weights[level] + frequency;
                kin += comparison.KinWeights[level] + frequency;
            }
        }

        return new Score(weight - Kinship.Cost(kin), pattern, IsVetoed(a, b, pattern));
    }

    /// <summary>The evidence alone, for one person and for one household, both against strangers.</summary>
    public (int Match, int Kin) Weigh(int[] a, int[] b, Vocabulary vocabulary)
    {
        var pair = new Pair(a, b, vocabulary);
        int match = 0, kin = 0;
        foreach (var i in _running)
        {
            var comparison = _comparisons[i];
            var level = comparison.Comparator.Compare(ref pair, out var term);
            if (level != Comparator.Silent)
            {
                var frequency = comparison.Factors[level] * term / 1000;
                match += comparison.Weights[level] + frequency;
                kin += comparison.KinWeights[level] + frequency;
            }
        }

        return (match, kin);
    }

    public Evidence Explain(int[] a, int[] b, Vocabulary vocabulary, string version)
    {
        var pair = new Pair(a, b, vocabulary);
        var lines = new EvidenceLine[_comparisons.Length + 1];
        var weight = settings.Prior;
        var kin = settings.Kinship;
        ulong pattern = 0;
        foreach (var i in _running)
        {
            var comparison = _comparisons[i];
            var level = comparison.Comparator.Compare(ref pair, out var term);
            pattern |= (ulong)level << (4 * i);
            var silent = level == Comparator.Silent;
            var frequency = silent ? 0 : comparison.Factors[level] * term / 1000;
            var total = silent ? 0 : comparison.Weights[level] + frequency;
            weight += total;
            kin += silent ? 0 : comparison.KinWeights[level] + frequency;
            lines[i] = new EvidenceLine(comparison.Comparator.Name, silent ? "silent" : comparison.Comparator.Levels[level], total, frequency);
        }

        var cost = Kinship.Cost(kin);
        lines[^1] = new EvidenceLine("household", cost > 1000 ? "possible" : "unlikely", -cost, 0);
        var vetoes = _vetoes.Where(v => v.Holds(pattern)).Select(v => v.Name).ToList();
        if ((Row.FlagsOf(a) | Row.FlagsOf(b)).HasFlag(RowFlags.ReviewOnly))
        {
            vetoes.Add("status");
        }

        return new Evidence(version, settings.Prior, lines, vetoes, weight - cost);
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
