using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Which of the template's blocking rules serve a population: all that have keys, cheapest first, until the budget is spent; their fullest keys made finer.</summary>
internal static class RuleChoice
{
    /// <summary>Pairs a record may cost by one rule.</summary>
    private const int RuleBudget = 30;

    /// <summary>Pairs a record may cost by all.</summary>
    private const int Budget = 120;

    public static (IReadOnlyList<BlockingRule> Rules, IReadOnlySet<ulong> Refined, IReadOnlyList<RuleCost> Costs) Choose(ModelSettings settings, Population population)
    {
        var measured = settings.Blocking.Select(rule => Measure(rule, settings.KeyCap, population)).ToList();
        var kept = new HashSet<BlockingRule>();
        long spent = 0;
        foreach (var (rule, pairs, records, _, _) in measured.OrderBy(m => m.Pairs))
        {
            if (records > 0 && pairs > 0 && pairs <= (long)RuleBudget * population.Count && spent + pairs <= (long)Budget * population.Count)
            {
                kept.Add(rule);
                spent += pairs;
            }
        }

        var rules = settings.Blocking.Where(kept.Contains).ToList();
        var refined = Refine(rules, settings.KeyCap, population);
        return (rules, refined, [.. measured.Select(m => new RuleCost(string.Join(" + ", m.Rule.Parts), m.Pairs, m.Records, m.Fattest, kept.Contains(m.Rule)))]);
    }

    /// <summary>Keys above the cap, and those they become, as long as there are finer parts.</summary>
    private static HashSet<ulong> Refine(IReadOnlyList<BlockingRule> rules, int cap, Population population)
    {
        var refined = new HashSet<ulong>();
        for (var before = -1; refined.Count > before;)
        {
            before = refined.Count;
            refined.UnionWith(Count(rules, refined, population, out _).Where(c => c.Value > cap).Select(c => c.Key));
        }

        return refined;
    }

    private static (BlockingRule Rule, long Pairs, int Records, int Fattest, int Keys) Measure(BlockingRule rule, int cap, Population population)
    {
        var refined = Refine([rule], cap, population);
        var counts = Count([rule], refined, population, out var records);
        return (rule, counts.Values.Sum(c => (long)c * (c - 1) / 2), records, counts.Count == 0 ? 0 : counts.Values.Max(), counts.Count);
    }

    private static Dictionary<ulong, int> Count(IReadOnlyList<BlockingRule> rules, IReadOnlySet<ulong> refined, Population population, out int records)
    {
        var maker = new KeyMaker(rules, refined);
        var counts = new Dictionary<ulong, int>();
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        records = 0;
        foreach (var row in population.Rows)
        {
            var count = maker.Write(row, population.Vocabulary, keys);
            records += count > 0 ? 1 : 0;
            foreach (var key in keys[..count])
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        return counts;
    }
}
