using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>Reads vetoes: named conditions over levels.</summary>
internal static class VetoReader
{
    /// <summary>A score keeps a bit for each.</summary>
    private const int Most = 64;

    public static List<Veto> Read(DocumentNode node, IReadOnlyList<ComparisonSetting> comparisons)
    {
        var vetoes = new List<Veto>();
        foreach (var (name, condition) in node.Entries())
        {
            var entries = condition.Known("when", "unless", "amongKin", "everywhere", "byNature", "upTo");
            vetoes.Add(new Veto(
                name,
                entries.TryGetValue("amongKin", out var kin) && kin.Flag(),
                entries.TryGetValue("everywhere", out var everywhere) && everywhere.Flag(),
                entries.TryGetValue("byNature", out var byNature) ? byNature.Between(0, 1) : 0,
                entries.TryGetValue("upTo", out var upTo) ? UpTo(upTo) : Veto.AnyWeight,
                ReadWhen(condition.Required(entries, "when"), comparisons),
                entries.TryGetValue("unless", out var unless) ? ReadLevels(unless, comparisons) : []));
        }

        return vetoes.Count <= Most ? vetoes : throw node.Error($"a model has at most {Most} vetoes");
    }

    private static int UpTo(DocumentNode node) => node.Bits() is >= 0 and var bits ? bits : throw node.Error("must be 0 or more bits above \"link\"");

    /// <summary>Without any condition a veto would hold every pair.</summary>
    private static (int, ushort)[] ReadWhen(DocumentNode node, IReadOnlyList<ComparisonSetting> comparisons) =>
        ReadLevels(node, comparisons) is { Length: > 0 } conditions ? conditions : throw node.Error("a veto needs one condition at least");

    private static (int, ushort)[] ReadLevels(DocumentNode node, IReadOnlyList<ComparisonSetting> comparisons)
    {
        var conditions = new List<(int, ushort)>();
        foreach (var (word, levels) in node.Entries())
        {
            var names = comparisons.Select(c => c.Comparator.Name).ToList();
            var position = names.IndexOf(word);
            if (position < 0)
            {
                throw levels.UnknownWord(word, names);
            }

            var known = comparisons[position].Comparator.Levels;
            ushort mask = 0;
            foreach (var level in levels.Items())
            {
                var index = level.Text() == "silent" ? Comparator.Silent : known.ToList().IndexOf(level.Text());
                mask |= index >= 0 ? (ushort)(1 << index) : throw level.UnknownWord(level.Text(), known.Append("silent"));
            }

            conditions.Add(mask != 0 ? (position, mask) : throw levels.Error("a condition needs one level at least"));
        }

        return [.. conditions];
    }
}
