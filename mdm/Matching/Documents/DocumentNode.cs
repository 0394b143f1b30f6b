using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>A place in a YAML document that knows its file and line, so that every error can name them.</summary>
internal sealed class DocumentNode(YamlNode node, string file, string path)
{
    /// <summary>Far beyond any evidence, and so few that sums of them stay numbers.</summary>
    private const double MostBits = 100_000;

    public string Path => path;

    public static DocumentNode Parse(string yaml, string file)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException error)
        {
            throw new FormatException($"{file}:{error.Start.Line}: not a YAML document: {error.Message}", error);
        }

        return stream.Documents.Count == 0
            ? throw new FormatException($"{file}:1: the document is empty")
            : new DocumentNode(stream.Documents[0].RootNode, file, "");
    }

    public FormatException Error(string message) => new($"{file}:{node.Start.Line}: {(path.Length == 0 ? "" : path + ": ")}{message}");

    public FormatException UnknownWord(string word, IEnumerable<string> valid) => Error($"unknown word \"{word}\"; nearest valid word: \"{Nearest.Of(word, valid)}\"");

    public IEnumerable<(string Key, DocumentNode Value)> Entries() =>
        node is YamlMappingNode mapping
            ? mapping.Children.Select(c => (c.Key is YamlScalarNode { Value: { } name } ? name : throw new DocumentNode(c.Key, file, path).Error("expected a word before the colon"),
                new DocumentNode(c.Value, file, path.Length == 0 ? $"{c.Key}" : $"{path}.{c.Key}")))
            : throw Error("expected a mapping (name: value)");

    public IEnumerable<DocumentNode> Items() =>
        node is YamlSequenceNode sequence ? sequence.Children.Select((c, i) => new DocumentNode(c, file, $"{path}[{i}]")) : throw Error("expected a list");

    /// <summary>The entries by name; a name outside <paramref name="known"/> is an error.</summary>
    public IReadOnlyDictionary<string, DocumentNode> Known(params string[] known)
    {
        var entries = new Dictionary<string, DocumentNode>();
        foreach (var (key, value) in Entries())
        {
            entries[key] = known.Contains(key) ? value : throw value.UnknownWord(key, known);
        }

        return entries;
    }

    public DocumentNode Required(IReadOnlyDictionary<string, DocumentNode> entries, string name) =>
        entries.TryGetValue(name, out var value) ? value : throw Error($"\"{name}\" is missing");

    public string Text() => (node as YamlScalarNode)?.Value ?? throw Error("expected a word");

    public double Number() =>
        double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Error($"expected a number, found \"{Text()}\"");

    /// <summary>A number between two, both allowed.</summary>
    public double Between(double least, double most) =>
        Number() is var number && number >= least && number <= most ? number : throw Error(FormattableString.Invariant($"must be between {least} and {most}"));

    /// <summary>Bits in the document, thousandths of a bit in the model.</summary>
    public int Bits() => (int)Math.Round(Between(-MostBits, MostBits) * 1000);

    /// <summary>True or false, as YAML writes them.</summary>
    public bool Flag() => bool.TryParse(Text(), out var flag) ? flag : throw Error($"expected true or false, found \"{Text()}\"");
}
