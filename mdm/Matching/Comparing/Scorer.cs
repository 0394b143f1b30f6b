using System.Numerics;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>The one scoring function: bulk, single records, queries and explanations all go through it.</summary>
internal sealed class Scorer
{
    private readonly ComparisonSetting[] _comparisons;
    private readonly Veto[] _vetoes;
    private readonly int[] _running;
    private readonly Comparator[] _comparators;
    private readonly Speech _speech;

    /// <summary>The most each comparison can add.</summary>
    private readonly int[] _best;

    /// <summary>By comparison and level: how much less than that is the most it can add from this level on.</summary>
    private readonly int[] _less;

    /// <summary>A bit for each running comparison that tells its best level beforehand.</summary>
    private readonly uint _foreseeing;

    /// <summary>The most a pair can weigh of which every comparison says something.</summary>
    private readonly int _most;
    private readonly LevelWeights[] _levels;
    private readonly ulong _allVetoes;

    /// <summary>Vetoes that heavy pairs are beyond.</summary>
    private readonly ulong _bounded;
    private readonly int _link;
    private readonly int _prior;
    private readonly int _kinship;

    /// <param name="settings">The model.</param>
    /// <param name="mostTerms">The greatest frequency adjustment of each domain.</param>
    public Scorer(ModelSettings settings, int[] mostTerms)
    {
        _comparisons = [.. settings.Comparisons];
        _vetoes = [.. settings.VetoesInForce];
        _running = [.. Comparators.All.Select(c => Array.FindIndex(_comparisons, s => s.Comparator == c)).Where(i => i >= 0)];
        _comparators = [.. _comparisons.Select(c => c.Comparator)];
        var most = _comparisons.Select(c => c.Weights.Select((weight, level) => weight + Math.Max(0, c.Factors[level] * c.Comparator.MostTerm(level, mostTerms) / 1000)).ToArray()).ToArray();
        _best = [.. most.Select(levels => Math.Max(0, levels.Max()))];
        _less = [.. most.SelectMany((levels, i) => Enumerable.Range(0, LevelWeights.Room).Select(level => _best[i] - Math.Max(0, levels.Skip(level).DefaultIfEmpty(0).Max())))];
        _foreseeing = _running.Select((i, k) => _comparators[i].Foresees ? 1u << k : 0).Aggregate(0u, (all, bit) => all | bit);
        _levels = [.. _comparisons.SelectMany((c, i) => Enumerable.Range(0, LevelWeights.Room).Select(level => Of(c, i, level)))];
        _allVetoes = _vetoes.Length == 64 ? ~0UL : (1UL << _vetoes.Length) - 1;
        _bounded = _vetoes.Select((veto, v) => veto.UpTo == Veto.AnyWeight ? 0 : 1UL << v).Aggregate(0UL, (all, bit) => all | bit);
        _speech = new Speech(
            [.. _running.Select(i => _comparators[i].Reads)],
            [.. _running.Select(i => _levels[(i * LevelWeights.Room) + Comparator.Silent] is var silent ? new Silence((ulong)Comparator.Silent << (4 * i), silent.When, silent.Unless, _best[i]) : default)]);
        (_prior, _kinship, _link, _most) = (settings.Prior, settings.Kinship, settings.Link, settings.Prior + _running.Sum(i => _best[i]));
    }

    public Score Compare(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Vocabulary vocabulary)
    {
        Reaches(int.MinValue, a, b, vocabulary, out var score);
        return score;
    }

    /// <summary>Scores a pair unless what is left to compare cannot lift it to <paramref name="least"/> any more; false, then, as for every pair below it.</summary>
    public bool Reaches(int least, ReadOnlySpan<int> a, ReadOnlySpan<int> b, Vocabulary vocabulary, out Score score)
    {
        var speaking = _speech.Of(a, b);
        var (pattern, when, unless, forgone) = _speech.Silent(speaking);
        var (weight, kin, most) = (_prior, _kinship, _most - forgone);
        score = default;
        var foreseen = least > int.MinValue ? Foresee(speaking & _foreseeing, a, b, ref most) : 0;
        var pair = new Pair(a, b, vocabulary);
        for (; speaking != 0; speaking &= speaking - 1)
        {
            if (most < least)
            {
                return false;
            }

            var i = _running[BitOperations.TrailingZeroCount(speaking)];
            var level = _comparators[i].Compare(ref pair, out var term);
            ref readonly var found = ref _levels[(i * LevelWeights.Room) + level];
            pattern |= (ulong)level << (4 * i);
            when &= found.When;
            unless |= found.Unless;
            most -= _best[i] - _less[(i * LevelWeights.Room) + (int)(foreseen >> (4 * i) & 0xF)];
            var frequency = found.Factor * term / 1000;
            weight += found.Weight + frequency;
            most += found.Weight + frequency;
            kin += found.Kin + frequency;
        }

        var total = weight - Kinship.Cost(kin);
        var vetoes = when & ~unless & _allVetoes;
        var vetoed = (vetoes != 0 && Hold(vetoes, total)) || Row.IsForReview(a, b);
        score = new Score(total, pattern, vetoed);
        return score.Weight >= least;
    }

    /// <summary>Whether one of these vetoes holds a pair of this weight.</summary>
    private bool Hold(ulong vetoes, int weight)
    {
        for (var rest = vetoes & _bounded; rest != 0; rest &= rest - 1)
        {
            var v = BitOperations.TrailingZeroCount(rest);
            vetoes &= _vetoes[v].IsPassedBy(weight - _link) ? ~(1UL << v) : ~0UL;
        }

        return vetoes != 0;
    }

    /// <summary>The best level that each of some comparisons can reach, four bits each, told from the rows' numbers; takes from <paramref name="most"/> what is then out of reach.</summary>
    private ulong Foresee(uint foreseeing, ReadOnlySpan<int> a, ReadOnlySpan<int> b, ref int most)
    {
        ulong foreseen = 0;
        for (; foreseeing != 0; foreseeing &= foreseeing - 1)
        {
            var i = _running[BitOperations.TrailingZeroCount(foreseeing)];
            var level = _comparators[i].BestOf(a, b);
            foreseen |= (ulong)level << (4 * i);
            most -= _less[(i * LevelWeights.Room) + level];
        }

        return foreseen;
    }

    /// <summary>The evidence alone, for one person and for one household, both against strangers.</summary>
    public (int Match, int Kin) Weigh(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Vocabulary vocabulary)
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

    public Evidence Explain(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Vocabulary vocabulary, string version)
    {
        var pair = new Pair(a, b, vocabulary);
        var lines = new EvidenceLine[_comparisons.Length + 1];
        var weight = _prior;
        var kin = _kinship;
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
        var vetoes = _vetoes.Where(v => v.Holds(pattern, weight - cost - _link)).Select(v => v.Name).ToList();
        var flags = Row.FlagsOf(a) | Row.FlagsOf(b);
        vetoes.AddRange(flags.HasFlag(RowFlags.ReviewOnly) ? ["status"] : Array.Empty<string>());
        vetoes.AddRange(flags.HasFlag(RowFlags.Couple) ? ["couple"] : Array.Empty<string>());

        return new Evidence(version, _prior, lines, vetoes, weight - cost);
    }

    private LevelWeights Of(ComparisonSetting setting, int comparison, int level)
    {
        ulong when = 0, unless = 0;
        for (var v = 0; v < _vetoes.Length; v++)
        {
            when |= _vetoes[v].When.All(w => w.Comparison != comparison || (w.Levels >> level & 1) != 0) ? 1UL << v : 0;
            unless |= _vetoes[v].Unless.Any(u => u.Comparison == comparison && (u.Levels >> level & 1) != 0) ? 1UL << v : 0;
        }

        return level < setting.Weights.Length
            ? new LevelWeights(setting.Weights[level], setting.KinWeights[level], setting.Factors[level], when, unless)
            : new LevelWeights(0, 0, 0, when, unless);
    }
}
