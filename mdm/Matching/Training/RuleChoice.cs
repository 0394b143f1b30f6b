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

    /// <summary>Pairs a whole file may cost beyond this size of budget for each record: a million records are not compared as eagerly as ten thousand.</summary>
    private const long FileBudget = 24_000_000;

    /// <summary>Pairs a record may always cost.</summary>
    private const long LeastBudget = 24;

    public static (IReadOnlyList<BlockingRule> Rules, IReadOnlySet<ulong> Refined, IReadOnlyList<RuleCost> Costs) Choose(ModelSettings settings, Population population)
    {
        var measured = new Measured[settings.Blocking.Count];
        Parallel.For(0, measured.Length, i => measured[i] = Measure(settings.Blocking[i], settings.KeyCap, population));
        var kept = new HashSet<BlockingRule>();
        long spent = 0;
        var budget = Math.Min((long)Budget * population.Count, Math.Max(FileBudget, LeastBudget * population.Count));
        foreach (var (rule, pairs, records, _, _) in measured.OrderBy(m => m.Pairs))
        {
            if (records > 0 && pairs > 0 && pairs <= (long)RuleBudget * population.Count && spent + pairs <= budget)
            {
                kept.Add(rule);
                spent += pairs;
            }
        }

        // Keys bear the number of their rule: those of a rule with full keys are made again under its new one.
        var rules = settings.Blocking.Where(kept.Contains).ToList();
        var full = measured.Where(m => m.AnyFull).Select(m => m.Rule).ToHashSet();
        var refined = new HashSet<ulong>();
        Parallel.For(0, rules.Count, rule =>
        {
            if (full.Contains(rules[rule]))
            {
                var finer = Refine(rules, rule, settings.KeyCap, population).Refined;
                lock (refined)
                {
                    refined.UnionWith(finer);
                }
            }
        });

        return (rules, refined, [.. measured.Select(m => new RuleCost(string.Join(" + ", m.Rule.Parts), m.Pairs, m.Records, m.Fattest, kept.Contains(m.Rule)))]);
    }

    private static Measured Measure(BlockingRule rule, int cap, Population population)
    {
        var (refined, counts, records) = Refine([rule], 0, cap, population);
        return new(rule, counts.Values.Sum(c => (long)c * (c - 1) / 2), records, counts.Count == 0 ? 0 : counts.Values.Max(), refined.Count > 0);
    }

    /// <summary>A rule's keys above the cap, and those they become, as long as there are finer parts; the rule's keys and records then.</summary>
    private static (HashSet<ulong> Refined, Dictionary<ulong, int> Counts, int Records) Refine(IReadOnlyList<BlockingRule> rules, int rule, int cap, Population population)
    {
        var refined = new HashSet<ulong>();
        while (true)
        {
            var counts = Count(rules, rule, refined, population, out var records);
            var before = refined.Count;
            refined.UnionWith(counts.Where(c => c.Value > cap).Select(c => c.Key));
            if (refined.Count == before)
            {
                return (refined, counts, records);
            }
        }
    }

    private static Dictionary<ulong, int> Count(IReadOnlyList<BlockingRule> rules, int rule, IReadOnlySet<ulong> refined, Population population, out int records)
    {
        var maker = new KeyMaker(rules, refined);
        var counts = new Dictionary<ulong, int>();
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        records = 0;
        foreach (var row in population.Rows)
        {
            var count = maker.Write(rule, row.Span, population.Vocabulary, keys);
            records += count > 0 ? 1 : 0;
            foreach (var key in keys[..count])
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        return counts;
    }

    private sealed record Measured(BlockingRule Rule, long Pairs, int Records, int Fattest, bool AnyFull);
}
