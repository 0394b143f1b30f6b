using System.Globalization;
using System.Text;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>Writes a model as a document that reads back to the same bits. Values of a population are written by their hash.</summary>
internal static class ModelWriter
{
    public static string Write(ModelSettings model)
    {
        var text = new StringBuilder();
        Line(text, $"model: {Scalar(model.Name)}");
        Line(text, $"fields: [{string.Join(", ", model.Fields.Select(f => Fields.Names[(int)f]))}]");
        Map(text, "trained", model.Training);
        Line(text, $"prior: {Bits(model.Prior)}");
        Line(text, $"kinship: {Bits(model.Kinship)}");
        Line(text, $"thresholds: {{ review: {Bits(model.Review)}, link: {Bits(model.Link)}, margin: {Bits(model.Margin)}, conflict: {Bits(model.Conflict)} }}");
        Line(text, $"identity: [{string.Join(", ", model.Identity.Select(i => model.Comparisons[i].Comparator.Name))}]");
        Line(text, $"component: {{ cap: {model.ComponentCap}, step: {Bits(model.ComponentStep)} }}");
        if (model.DuplicateFree.Count > 0)
        {
            Line(text, $"duplicateFree: [{string.Join(", ", model.DuplicateFree.Order(StringComparer.Ordinal).Select(Scalar))}]");
        }

        Comparisons(text, model);
        Vetoes(text, model);
        Blocking(text, model);
        Junk(text, model);
        Frequencies(text, model);
        return text.ToString();
    }

    private static void Comparisons(StringBuilder text, ModelSettings model)
    {
        Line(text, $"comparisons:");
        foreach (var comparison in model.Comparisons)
        {
            Line(text, $"  {comparison.Comparator.Name}:");
            for (var i = 0; i < comparison.Shares.Length; i++)
            {
                var (m, u, kin) = comparison.Shares[i];
                var frequency = comparison.Factors[i] == 0 ? "" : $", frequency: {Bits(comparison.Factors[i])}";
                Line(text, $"    {comparison.Comparator.Levels[i]}: {{ m: {m:R}, u: {u:R}, kin: {kin:R}{frequency} }}");
            }
        }
    }

    private static void Vetoes(StringBuilder text, ModelSettings model)
    {
        if (model.Vetoes.Count == 0)
        {
            return;
        }

        Line(text, $"vetoes:");
        foreach (var veto in model.Vetoes)
        {
            Line(text, $"  {Scalar(veto.Name)}:");
            if (veto.AmongKin)
            {
                Line(text, $"    amongKin: true");
            }

            if (veto.Everywhere)
            {
                Line(text, $"    everywhere: true");
            }

            if (veto.UpTo != Veto.AnyWeight)
            {
                Line(text, $"    upTo: {Bits(veto.UpTo)}");
            }

            Line(text, $"    when: {Levels(model, veto.When)}");
            if (veto.Unless.Length > 0)
            {
                Line(text, $"    unless: {Levels(model, veto.Unless)}");
            }
        }
    }

    private static string Levels(ModelSettings model, (int Comparison, ushort Mask)[] conditions) => $"{{ {string.Join(", ", conditions.Select(c =>
    {
        var comparator = model.Comparisons[c.Comparison].Comparator;
        var levels = comparator.Levels.Append("silent").Where((_, i) => (c.Mask >> (i == comparator.Levels.Count ? Comparator.Silent : i) & 1) != 0);
        return $"{comparator.Name}: [{string.Join(", ", levels)}]";
    }))} }}";

    private static void Blocking(StringBuilder text, ModelSettings model)
    {
        Line(text, $"blocking:");
        Line(text, $"  keyCap: {model.KeyCap}");
        Line(text, $"  rules:");
        foreach (var rule in model.Blocking)
        {
            var finer = rule.Finer.Count == 0 ? "" : $", finer: [{string.Join(", ", rule.Finer.Select(Word))}]";
            Line(text, $"    - {{ on: [{string.Join(", ", rule.Parts.Select(Word))}]{finer} }}");
        }

        if (model.RefinedKeys.Count > 0)
        {
            Block(text, "  refined", model.RefinedKeys.Order().Select(k => $"{k:x}"));
        }
    }

    private static void Junk(StringBuilder text, ModelSettings model)
    {
        if (model.Junk.Count == 0)
        {
            return;
        }

        Line(text, $"junk:");
        foreach (var (field, values) in model.Junk.OrderBy(j => j.Key))
        {
            Line(text, $"  {Fields.Names[(int)field]}: [{string.Join(", ", values.Order().Select(v => $"\"#{v:x16}\""))}]");
        }
    }

    private static void Frequencies(StringBuilder text, ModelSettings model)
    {
        if (model.Frequencies.Count == 0)
        {
            return;
        }

        Line(text, $"frequencies:");
        foreach (var (domain, table) in model.Frequencies.OrderBy(f => f.Key))
        {
            Line(text, $"  {Word(domain)}:");
            Line(text, $"    reference: {table.Reference:R}");
            Line(text, $"    unknown: {table.Unknown:R}");
            Line(text, $"    floor: {table.Floor:R}");
            if (table.Shares.Count > 0)
            {
                Block(text, "    shares", table.Shares.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key:x} {s.Value:R}")));
            }

            if (table.Names.Count > 0 || table.Shares.Count > 0)
            {
                Block(text, "    names", table.Names.Select(n => $"{n:x}"));
            }
        }
    }

    private static void Map(StringBuilder text, string name, IReadOnlyDictionary<string, string> entries)
    {
        if (entries.Count > 0)
        {
            Line(text, $"{name}: {{ {string.Join(", ", entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{Name(e.Key)}: {Scalar(e.Value)}"))} }}");
        }
    }

    private static void Block(StringBuilder text, string name, IEnumerable<string> words)
    {
        const int ALine = 6;
        var rows = words.Chunk(ALine).ToList();
        if (rows.Count == 0)
        {
            Line(text, $"{name}: ''");
            return;
        }

        Line(text, $"{name}: >-");
        var indent = new string(' ', name.Length - name.TrimStart().Length + 2);
        foreach (var row in rows)
        {
            Line(text, $"{indent}{string.Join(' ', row)}");
        }
    }

    /// <summary>In double quotes; whatever would end a line, or is no character to see, by its number.</summary>
    private static string Scalar(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c is '"' or '\\' ? text.Append('\\').Append(c)
                : char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' ? text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
                : text.Append(c);
        }

        return text.Append('"').ToString();
    }

    /// <summary>A name before a colon: as it is where it is a plain word.</summary>
    private static string Name(string value) => value.Length > 0 && value.All(char.IsAsciiLetter) ? value : Scalar(value);

    private static string Bits(int thousandths) => (thousandths / 1000m).ToString(CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
