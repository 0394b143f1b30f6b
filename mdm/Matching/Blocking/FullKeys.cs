using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Finds the blocking keys that more records share than the cap allows.</summary>
internal static class FullKeys
{
    /// <summary>However many records there are, a key that so few share stays as it is, and its pairs count for nothing: most are of one person.</summary>
    private const int Few = 16;

    /// <summary>Keys above the cap, and those they become, as long as there are finer parts; with the keys that the records then have.</summary>
    /// <param name="rules">The model's.</param>
    /// <param name="cap">Records a key may hold.</param>
    /// <param name="most">Pairs that keys of more than <see cref="Few"/> records may make together, one for each key that two records share: where they are more, the cap falls.</param>
    /// <param name="rows">Records.</param>
    /// <param name="vocabulary">Their values.</param>
    /// <param name="options">Threads.</param>
    public static (HashSet<ulong> Refined, RecordKeys Keys) Refine(IReadOnlyList<BlockingRule> rules, int cap, long most, RowView[] rows, Vocabulary vocabulary, ParallelOptions options)
    {
        var refined = new HashSet<ulong>();
        var keys = new RecordKeys(rows, vocabulary, new KeyMaker(rules, refined), options);
        var shared = KeyCounts.Above(Math.Min(Few, cap), keys, true, options);
        cap = Affordable(cap, most, shared);

        // A finer key is had by those alone that had the full one, and they all are given theirs at once: only keys made last are counted again.
        for (var full = Full(); full.Count > 0; full = Full())
        {
            refined.UnionWith(full);
            shared = KeyCounts.Above(cap, keys, !keys.Renew(new KeyMaker(rules, refined), full), options);
        }

        return (refined, keys);

        HashSet<ulong> Full() => [.. shared.Where(key => key.Records > cap && !refined.Contains(key.Key)).Select(key => key.Key)];
    }

    /// <summary>The greatest cap under which keys that many share make no more pairs than these, those not counted that fuller ones become.</summary>
    private static int Affordable(int cap, long most, List<(ulong Key, int Records)> shared)
    {
        var pairs = new long[cap + 1];
        foreach (var (_, count) in shared.Where(key => key.Records <= cap))
        {
            pairs[count] += (long)count * (count - 1) / 2;
        }

        var affordable = 0;
        for (var sum = 0L; affordable < cap && (sum += pairs[affordable + 1]) <= most; affordable++)
        {
        }

        return affordable;
    }
}
