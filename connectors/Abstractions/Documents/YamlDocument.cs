using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntegrationHub.Connectors.Abstractions.Documents;

/// <summary>Reads YAML (and so JSON) into a <see cref="DocumentNode"/> tree. Anchors, tags and several documents in one file are refused: a configuration is read by people.</summary>
public static class YamlDocument
{
    /// <exception cref="DocumentException">The text is not such a document.</exception>
    public static DocumentNode Parse(string text, string fileName)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return new DocumentNode.Map([], new DocumentPosition(fileName, 1, 1));
            }

            parser.Consume<DocumentStart>();
            var root = Read(parser, fileName, "");
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return root;
        }
        catch (YamlException error)
        {
            throw Error(fileName, error.Start, "", "yaml.invalid", $"This is not valid YAML: {error.Message}");
        }
    }

    private static DocumentNode Read(Parser parser, string file, string path)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var empty = scalar.IsPlainImplicit && scalar.Value is "" or "~" or "null";
            return new DocumentNode.Scalar(empty ? null : scalar.Value, Position(file, scalar.Start));
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<DocumentNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Read(parser, file, $"{path}[{items.Count}]"));
            }

            return new DocumentNode.List(items, Position(file, sequence.Start));
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            return ReadMap(parser, file, path, mapping);
        }

        throw Error(file, parser.Current!.Start, path, "yaml.alias", "Anchors and aliases are not read here: write the value out.");
    }

    private static DocumentNode.Map ReadMap(Parser parser, string file, string path, MappingStart start)
    {
        var entries = new List<DocumentEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var name))
            {
                throw Error(file, parser.Current!.Start, path, "yaml.name", "A name is expected here, not a list or a map.");
            }

            if (entries.Any(entry => entry.Name == name.Value))
            {
                throw Error(file, name.Start, path, "yaml.name-twice", $"\"{name.Value}\" stands twice: keep one.");
            }

            var child = path.Length == 0 ? name.Value : $"{path}.{name.Value}";
            entries.Add(new DocumentEntry(name.Value, Read(parser, file, child), Position(file, name.Start)));
        }

        return new DocumentNode.Map(entries, Position(file, start.Start));
    }

    private static DocumentPosition Position(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

    private static DocumentException Error(string file, Mark mark, string path, string code, string message) =>
        new([new DocumentError(Position(file, mark), path, code, message)]);
}
