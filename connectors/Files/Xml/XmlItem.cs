using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Xml;

/// <summary>One element in memory, names without their namespace prefixes.</summary>
/// <remarks>As JSON: a text for an element of text only; else an object of <c>@attribute</c>, child names (a list where a name comes back) and <c>#text</c>.</remarks>
internal sealed class XmlItem(string name)
{
    private readonly StringBuilder text = new();

    public string Name => name;

    public List<(string Name, string Value)> Attributes { get; } = [];

    public List<XmlItem> Children { get; } = [];

    /// <summary>The text between its children, trimmed.</summary>
    public string Text => text.ToString().Trim();

    public void Append(char[] letters, int count) => text.Append(letters, 0, count);

    /// <summary>The first child of this name; null for none.</summary>
    public XmlItem? Child(string child) => Children.Find(item => item.Name == child);

    /// <summary>The attribute's value; null when it is missing or blank.</summary>
    public string? Attribute(string attribute) =>
        Attributes.Find(entry => entry.Name == attribute).Value?.Trim() is { Length: > 0 } value ? value : null;

    /// <param name="writer">Where a value is due.</param>
    /// <param name="valueAttribute">Attribute that stands for an element's text (<c>V</c> in PES files); null for none.</param>
    /// <param name="pairs">Elements that are a field's name and value; null for none.</param>
    public void Write(Utf8JsonWriter writer, string? valueAttribute, XmlPairs? pairs = null)
    {
        var attributes = Attributes.Where(entry => entry.Name != valueAttribute).ToList();
        var value = valueAttribute is null ? Text : Attribute(valueAttribute) ?? Text;
        if (attributes.Count == 0 && Children.Count == 0)
        {
            writer.WriteStringValue(value);
            return;
        }

        writer.WriteStartObject();
        foreach (var (attribute, said) in attributes)
        {
            writer.WriteString("@" + attribute, said);
        }

        foreach (var group in Children.GroupBy(child => child.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(group.Key);
            if (group.Key == pairs?.Element)
            {
                WritePairs(writer, group, pairs);
                continue;
            }

            WriteGroup(writer, [.. group], valueAttribute, pairs);
        }

        if (value.Length > 0)
        {
            writer.WriteString("#text", value);
        }

        writer.WriteEndObject();
    }

    // A name that comes back counts once: the first.
    private static void WritePairs(Utf8JsonWriter writer, IEnumerable<XmlItem> items, XmlPairs pairs)
    {
        writer.WriteStartObject();
        foreach (var field in items.Select(item => (Name: item.Attribute(pairs.Name), Value: item.Attribute(pairs.Value) ?? item.Text)).Where(field => field.Name is not null).DistinctBy(field => field.Name, StringComparer.Ordinal))
        {
            writer.WriteString(field.Name!, field.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter writer, IReadOnlyList<XmlItem> items, string? valueAttribute, XmlPairs? pairs)
    {
        if (items is [var only])
        {
            only.Write(writer, valueAttribute, pairs);
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
        {
            item.Write(writer, valueAttribute, pairs);
        }

        writer.WriteEndArray();
    }
}
