using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>All blocking keys of a row: a pure function of its values and of the model.</summary>
internal sealed class KeyMaker(IReadOnlyList<BlockingRule> rules, IReadOnlySet<ulong> refined)
{
    /// <summary>Most keys of one record.</summary>
    public const int Most = 160;

    /// <summary>Writes the distinct keys and says how many.</summary>
    public int Write(ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target)
    {
        var set = new KeySet(target);
        for (var rule = 0; rule < rules.Count; rule++)
        {
            Extend((ulong)rule + 1, rules[rule], 0, row, vocabulary, ref set);
        }

        return set.Count;
    }

    /// <summary>The keys of one rule alone.</summary>
    public int Write(int rule, ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target)
    {
        var set = new KeySet(target);
        Extend((ulong)rule + 1, rules[rule], 0, row, vocabulary, ref set);
        return set.Count;
    }

    private void Extend(ulong key, BlockingRule rule, int depth, ReadOnlySpan<int> row, Vocabulary vocabulary, ref KeySet set)
    {
        var parts = rule.Parts.Count;
        if (depth >= parts && (depth == parts + rule.Finer.Count || !refined.Contains(key)))
        {
            set.Add(key);
            return;
        }

        Span<ulong> values = stackalloc ulong[KeyParts.Most];
        var count = KeyParts.Write(depth < parts ? rule.Parts[depth] : rule.Finer[depth - parts], row, vocabulary, values);
        foreach (var value in values[..count])
        {
            Extend(Hash.Combine(key, value), rule, depth + 1, row, vocabulary, ref set);
        }
    }
}
