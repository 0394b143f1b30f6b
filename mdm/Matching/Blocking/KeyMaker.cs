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
    private readonly (KeyPart[] Parts, int Whole)[] _rules = [.. rules.Select(rule => (rule.Parts.Concat(rule.Finer).ToArray(), rule.Parts.Count))];

    /// <summary>Writes the distinct keys and says how many.</summary>
    public int Write(ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target) => Write(0, _rules.Length, row, vocabulary, target, []);

    /// <summary>The same, and of which rule each is; they come rule after rule.</summary>
    public int Write(ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target, Span<byte> ofRules) => Write(0, _rules.Length, row, vocabulary, target, ofRules);

    /// <summary>The keys of one rule alone.</summary>
    public int Write(int rule, ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target) => Write(rule, rule + 1, row, vocabulary, target, []);

    [SkipLocalsInit]
    private int Write(int first, int end, ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target, Span<byte> ofRules)
    {
        Span<sbyte> counts = stackalloc sbyte[PartValues.Parts];
        counts.Fill(-1);
        var parts = new PartValues(row, vocabulary, stackalloc ulong[PartValues.Parts * KeyParts.Most], counts);
        var set = new KeySet(target);
        for (var rule = first; rule < end; rule++)
        {
            var before = set.Count;
            Extend((ulong)rule + 1, _rules[rule].Parts, _rules[rule].Whole, 0, parts, ref set);
            if (ofRules.Length > 0)
            {
                ofRules[before..set.Count].Fill((byte)rule);
            }
        }

        return set.Count;
    }

    /// <param name="key">Of the parts so far.</param>
    /// <param name="rule">All parts of the rule, the finer ones last.</param>
    /// <param name="whole">How many it takes at least.</param>
    /// <param name="depth">How many are in the key.</param>
    /// <param name="parts">The record's values.</param>
    /// <param name="set">Where keys are put.</param>
    private void Extend(ulong key, KeyPart[] rule, int whole, int depth, scoped PartValues parts, ref KeySet set)
    {
        if (depth >= whole && (depth == rule.Length || !_refined.Contains(key)))
        {
            set.Add(key);
            return;
        }

        foreach (var value in parts.Of(rule[depth]))
        {
            Extend(Hash.Combine(key, value), rule, whole, depth + 1, parts, ref set);
        }
    }
}
