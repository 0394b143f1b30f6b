using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Files.FixedWidth;

/// <summary>Reads a layout document; what is wrong in it is told with its line and column.</summary>
internal static class FixedLayoutReader
{
    private static readonly string[] Names = ["length", "take", "skip", "fields"];
    private static readonly string[] FieldNames = ["at", "of"];

    /// <exception cref="FileRefusedException">The document is missing or wrong.</exception>
    public static FixedLayout Read(string path)
    {
        try
        {
            return Read(YamlDocument.Parse(File.ReadAllText(path), Path.GetFileName(path)));
        }
        catch (DocumentException error)
        {
            throw new FileRefusedException("fixed.layout", error.Message, FailureKind.Denied);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FileRefusedException("fixed.layout-missing", $"The layout {path} cannot be read ({error.GetType().Name}): check the connection's \"layout\".", FailureKind.Denied);
        }
    }

    /// <exception cref="DocumentException">With the first thing that is wrong.</exception>
    public static FixedLayout Read(DocumentNode node)
    {
        if (node is not DocumentNode.Map map)
        {
            throw Wrong(node, "", "A layout is a map: length, take, skip, fields.");
        }

        Known(map, "", Names);
        if (map["fields"] is not DocumentNode.Map { Entries: { Count: > 0 } entries })
        {
            throw Wrong(node, "fields", "A layout names its fields: name: first-last, columns from 1.");
        }

        var layout = new FixedLayout
        {
            Length = map["length"] is { } length ? Number(length, "length") : 0,
            Take = map["take"] is { } take ? Kind(take, "take") : null,
            Skip = map["skip"] is { } skip ? Kind(skip, "skip") : null,
            Fields = [.. entries.Select(entry => Field(entry.Name, entry.Value))],
        };
        if (layout.Length > 0 && layout.Fields.Select((field, at) => (field, at)).FirstOrDefault(pair => pair.field.Last > layout.Length) is (not null, var place))
        {
            throw Wrong(entries[place].Value, $"fields.{entries[place].Name}", $"This field ends behind the line's {layout.Length} columns.");
        }

        return layout;
    }

    private static FixedField Field(string name, DocumentNode node)
    {
        var path = $"fields.{name}";
        if (node is DocumentNode.Scalar)
        {
            return Columns(name, node, path, digits: false);
        }

        if (node is not DocumentNode.Map map || map["at"] is not { } at)
        {
            throw Wrong(node, path, "A field is written first-last, or { at: first-last, of: digits }.");
        }

        Known(map, path, FieldNames);
        if (map["of"] is { } of && of is not DocumentNode.Scalar { Text: "digits" })
        {
            throw Wrong(of, $"{path}.of", "A field may be of digits; leave \"of\" out for any text.");
        }

        return Columns(name, at, $"{path}.at", map["of"] is not null);
    }

    private static LineKind Kind(DocumentNode node, string path)
    {
        if (node is not DocumentNode.Map { Entries: [var only] } || only.Value is not DocumentNode.List { Items: { Count: > 0 } items })
        {
            throw Wrong(node, path, "Lines are told by some columns and the words there: { \"1-2\": [\"20\", \"21\"] }.");
        }

        var words = items.Select(item => item is DocumentNode.Scalar { Text: { } text } ? text : throw Wrong(item, path, "A word is expected here.")).ToList();
        return new LineKind(Columns(path, new DocumentNode.Scalar(only.Name, only.At), path, digits: false), words);
    }

    private static FixedField Columns(string name, DocumentNode node, string path, bool digits)
    {
        var parts = node is DocumentNode.Scalar { Text: { } text } ? text.Split('-', StringSplitOptions.TrimEntries) : [];
        if (parts.Length is not (1 or 2) || !TryNumber(parts[0], out var first) || !TryNumber(parts[^1], out var last) || last < first)
        {
            throw Wrong(node, path, "Columns are written first-last, from 1, such as 9-46.");
        }

        return new FixedField(name, first, last, digits);
    }

    private static int Number(DocumentNode node, string path) =>
        node is DocumentNode.Scalar { Text: { } text } && TryNumber(text, out var number) ? number : throw Wrong(node, path, "A whole number above 0 is expected here.");

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and < 1_000_000;

    private static void Known(DocumentNode.Map map, string path, IReadOnlyList<string> names)
    {
        if (map.Entries.FirstOrDefault(entry => !names.Contains(entry.Name)) is { Name: not null } unknown)
        {
            var child = path.Length == 0 ? unknown.Name : $"{path}.{unknown.Name}";
            throw new DocumentException([new DocumentError(unknown.At, child, "layout.unknown", $"There is no such word here; there are: {string.Join(", ", names)}.", NearestWord.Of(unknown.Name, names))]);
        }
    }

    private static DocumentException Wrong(DocumentNode node, string path, string message) => new([new DocumentError(node.At, path, "layout.value", message)]);
}
