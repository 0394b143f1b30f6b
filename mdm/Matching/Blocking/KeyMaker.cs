using System.Runtime.CompilerServices;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>All blocking keys of a row: a pure function of its values and of the model.</summary>
internal sealed class KeyMaker(IReadOnlyList<BlockingRule> rules, IReadOnlySet<ulong> refined)
{
    /// <summary>Most keys of one record.</summary>
    public const int Most = 160;

    private readonly KeyFilter _refined = new(refined);

    /// <summary>Writes the distinct keys and says how many.</summary>
    public int Write(ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target) => Write(0, rules.Count, row, vocabulary, target);

    /// <summary>The keys of one rule alone.</summary>
    public int Write(int rule, ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target) => Write(rule, rule + 1, row, vocabulary, target);

    [SkipLocalsInit]
    private int Write(int first, int end, ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target)
    {
        Span<sbyte> counts = stackalloc sbyte[PartValues.Parts];
        counts.Fill(-1);
        var parts = new PartValues(row, vocabulary, stackalloc ulong[PartValues.Parts * KeyParts.Most], counts);
        var set = new KeySet(target);
        for (var rule = first; rule < end; rule++)
        {
            Extend((ulong)rule + 1, rules[rule], 0, parts, ref set);
        }

        return set.Count;
    }

    private void Extend(ulong key, BlockingRule rule, int depth, scoped PartValues parts, ref KeySet set)
    {
        var whole = rule.Parts.Count;
        if (depth >= whole && (depth == whole + rule.Finer.Count || !_refined.Contains(key)))
        {
            set.Add(key);
            return;
        }

        foreach (var value in parts.Of(depth < whole ? rule.Parts[depth] : rule.Finer[depth - whole]))
        {
            Extend(Hash.Combine(key, value), rule, depth + 1, parts, ref set);
        }
    }
}
