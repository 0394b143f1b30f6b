using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>Reads a model document and refuses what it does not understand.</summary>
internal static class ModelReader
{
    private static readonly IReadOnlySet<ulong> NoKeys = new HashSet<ulong>();

    private static readonly IReadOnlySet<string> NoSources = new HashSet<string>();

    private static readonly IReadOnlyDictionary<string, string> NoTraining = new Dictionary<string, string>();

    /// <summary>A pattern has room for so many comparisons.</summary>
    private const int MostComparisons = 15;

    public static ModelSettings Read(string yaml, string file) => Read(yaml, file, MostComparisons);

    /// <summary>A template of training: as many comparisons as there are; the trained model keeps those its data speak of.</summary>
    public static ModelSettings ReadTemplate(string yaml, string file) => Read(yaml, file, int.MaxValue);

    private static ModelSettings Read(string yaml, string file, int most)
    {
        var root = DocumentNode.Parse(yaml, file);
        var entries = root.Known("model", "fields", "prior", "kinship", "thresholds", "component", "comparisons", "identity", "vetoes", "blocking", "junk", "frequencies", "duplicateFree", "trained");
        var thresholds = root.Required(entries, "thresholds");
        var bits = thresholds.Known("review", "link", "margin", "conflict");
        var component = root.Required(entries, "component");
        var sizes = component.Known("cap", "step");
        var fields = ReadFields(root.Required(entries, "fields"));
        var blocking = root.Required(entries, "blocking");
        var keys = blocking.Known("keyCap", "rules", "refined");
        var comparisons = ComparisonReader.Read(root.Required(entries, "comparisons"), most);
        var settings = new ModelSettings
        {
            Name = root.Required(entries, "model").Text(),
            Fields = fields,
            Prior = root.Required(entries, "prior").Bits(),
            Kinship = root.Required(entries, "kinship").Bits(),
            Review = thresholds.Required(bits, "review").Bits(),
            Link = thresholds.Required(bits, "link").Bits(),
            Margin = thresholds.Required(bits, "margin").Bits(),
            Conflict = thresholds.Required(bits, "conflict").Bits(),
            ComponentCap = Positive(component.Required(sizes, "cap"), 1),
            ComponentStep = Positive(component.Required(sizes, "step"), 1000),
            Comparisons = comparisons,
            Identity = ReadIdentity(root.Required(entries, "identity"), comparisons),
            Vetoes = entries.TryGetValue("vetoes", out var vetoes) ? VetoReader.Read(vetoes, comparisons) : [],
            Blocking = ReadRules(blocking.Required(keys, "rules")),
            KeyCap = Positive(blocking.Required(keys, "keyCap"), 1),
            Junk = entries.TryGetValue("junk", out var junk) ? ReadJunk(junk) : new Dictionary<Field, HashSet<ulong>>(),
            Frequencies = entries.TryGetValue("frequencies", out var frequencies) ? FrequencyReader.Read(frequencies) : new Dictionary<Domain, FrequencyTable>(),
            RefinedKeys = keys.TryGetValue("refined", out var refined) ? HexNumbers.Read(refined).ToHashSet() : NoKeys,
            DuplicateFree = entries.TryGetValue("duplicateFree", out var free) ? free.Items().Select(i => i.Text()).ToHashSet() : NoSources,
            Training = entries.TryGetValue("trained", out var trained) ? trained.Entries().ToDictionary(e => e.Key, e => e.Value.Text()) : NoTraining,
            Content = yaml,
        };
        return settings.Link >= settings.Review ? settings : throw thresholds.Error("link must not be below review");
    }

    private static int Position(DocumentNode node, List<ComparisonSetting> comparisons)
    {
        var position = comparisons.FindIndex(c => c.Comparator.Name == node.Text());
        return position >= 0 ? position : throw node.UnknownWord(node.Text(), comparisons.Select(c => c.Comparator.Name));
    }

    private static List<int> ReadIdentity(DocumentNode node, List<ComparisonSetting> comparisons)
    {
        var identity = new List<int>();
        foreach (var item in node.Items())
        {
            var position = Position(item, comparisons);
            identity.Add(!identity.Contains(position) ? position : throw item.Error($"\"{item.Text()}\" stands twice"));
        }

        return identity;
    }

    private static List<BlockingRule> ReadRules(DocumentNode node)
    {
        List<BlockingRule> rules = [.. node.Items().Select(ReadRule)];
        return rules.Count <= KeyRun.MostRules ? rules : throw node.Error($"a model has at most {KeyRun.MostRules} blocking rules");
    }

    private static int Positive(DocumentNode node, int unit) =>
        (int)Math.Round(node.Number() * unit) is var number and > 0 ? number : throw node.Error("must be above zero");

    private static List<Field> ReadFields(DocumentNode node)
    {
        var fields = new List<Field>();
        foreach (var item in node.Items())
        {
            if (!Fields.TryParse(item.Text(), out var field))
            {
                throw item.UnknownWord(item.Text(), Fields.Names);
            }

            if (fields.Contains(field))
            {
                throw item.Error($"\"{item.Text()}\" stands twice");
            }

            fields.Add(field);
        }

        return fields;
    }

    private static BlockingRule ReadRule(DocumentNode node)
    {
        var entries = node.Known("on", "finer");
        var on = node.Required(entries, "on");
        List<KeyPart> parts = [.. on.Items().Select(ReadPart)];
        return new BlockingRule(
            parts.Count > 0 ? parts : throw on.Error("a rule needs one part at least"),
            entries.TryGetValue("finer", out var finer) ? [.. finer.Items().Select(ReadPart)] : []);
    }

    private static KeyPart ReadPart(DocumentNode node)
    {
        var words = Enum.GetNames<KeyPart>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]).ToList();
        var index = words.IndexOf(node.Text());
        return index >= 0 ? (KeyPart)index : throw node.UnknownWord(node.Text(), words);
    }

    private static Dictionary<Field, HashSet<ulong>> ReadJunk(DocumentNode node)
    {
        var junk = new Dictionary<Field, HashSet<ulong>>();
        var text = new byte[Fold.MaxLength + 32];
        foreach (var (word, values) in node.Entries())
        {
            if (!Fields.TryParse(word, out var field))
            {
                throw values.UnknownWord(word, Fields.Names);
            }

            junk[field] = [.. values.Items().Select(v => Folded(field, v.Text(), text))];
        }

        return junk;
    }

    private static ulong Folded(Field field, string value, byte[] text) =>
        HexNumbers.IsOne(value) ? HexNumbers.One(value) : Hash.Of(text.AsSpan(0, Fields.DomainOf(field) == Domain.None ? Fold.Write(value, text) : Normaliser.Write(field, value, text)));
}
