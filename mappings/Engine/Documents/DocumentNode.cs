using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Mappings.Engine.Documents;

/// <summary>A node of a mapping document with its path, for errors that tell where they are.</summary>
internal sealed class DocumentNode(YamlNode yaml, string? path, ErrorList errors)
{
    public YamlNode Yaml => yaml;

    public string? Path => path;

    public int Line => (int)Math.Max(1, yaml.Start.Line);

    /// <summary>The text of a scalar; null for a list, a group, or a plain null.</summary>
    public string? Text => yaml is YamlScalarNode { Value: { } value } scalar && !(scalar.Style == YamlDotNet.Core.ScalarStyle.Plain && value is "" or "~" or "null") ? value : null;

    public bool IsGroup => yaml is YamlMappingNode;

    /// <summary>True for one value, short or long way; false for a group of parts.</summary>
    public bool IsValue => !IsGroup || Find("from") is not null || Find("column") is not null || Find("constant") is not null || Find("firstOf") is not null;

    public bool IsList => yaml is YamlSequenceNode;

    public IReadOnlyList<DocumentNode> Items =>
        yaml is YamlSequenceNode list ? [.. list.Children.Select(c => new DocumentNode(c, path, errors))] : [this];

    /// <summary>The entries of a group, in order; an error and nothing for anything else.</summary>
    public IReadOnlyList<(string Name, DocumentNode Value)> Entries()
    {
        if (yaml is not YamlMappingNode group)
        {
            Refuse("must be a group of `name: value` lines");
            return [];
        }

        return [.. group.Children.Select(c => (Key(c.Key), new DocumentNode(c.Value, Below(Key(c.Key)), errors) { KeyLine = (int)c.Key.Start.Line }))];
    }

    /// <summary>Line of the name this node stands under.</summary>
    public int KeyLine { get; init; }

    public DocumentNode? Find(string name) => IsGroup ? Entries().FirstOrDefault(e => e.Name == name).Value : null;

    /// <summary>Tells names that are none of <paramref name="known"/>.</summary>
    public void Only(params IReadOnlyCollection<string> known)
    {
        foreach (var (name, value) in Entries().Where(e => !known.Contains(e.Name)))
        {
            errors.Unknown(value.KeyLine, value.Path, "name", name, known);
        }
    }

    public void Refuse(string message, string? nearest = null) => errors.Add(KeyLine > 0 && yaml is not YamlScalarNode ? KeyLine : Line, path, message, nearest);

    public void Unknown(string kind, string word, IReadOnlyCollection<string> known) => errors.Unknown(Line, path, kind, word, known);

    private static string Key(YamlNode key) => (key as YamlScalarNode)?.Value ?? "";

    private string Below(string name) => path is null ? name : $"{path}.{name}";
}
