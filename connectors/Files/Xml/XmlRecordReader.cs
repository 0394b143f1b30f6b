using System.Text.Json;
using System.Xml;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Xml;

/// <summary>The elements at one path of a document, each a row.</summary>
internal sealed class XmlRecordReader : XmlRowReader
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 128 };
    private readonly XmlFileSettings settings;
    private readonly ForbiddenFields forbidden;
    private readonly XmlItemReader items;
    private readonly string[] wanted;
    private readonly bool fromRoot;
    private readonly List<string> path = [];

    public XmlRecordReader(string path, FileFacts facts, XmlFileSettings settings, ForbiddenFields forbidden) : base(path, facts)
    {
        (this.settings, this.forbidden) = (settings, forbidden);
        items = new XmlItemReader(settings.MaxRecordBytes, new HashSet<string>(settings.LeaveOut, StringComparer.Ordinal));
        fromRoot = settings.Record.StartsWith('/');
        wanted = settings.Record.Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    protected override FileRow? Next()
    {
        if (Xml.NodeType != XmlNodeType.Element)
        {
            Xml.Read();
            return null;
        }

        path.RemoveRange(Xml.Depth, Math.Max(0, path.Count - Xml.Depth));
        path.Add(Xml.LocalName);
        if (!IsRecord())
        {
            Xml.Read();
            return null;
        }

        var place = Place;
        var item = items.Read(Xml);
        var row = Take(item, items.Problem) with { Place = place };
        Xml.Read();
        return row;
    }

    private bool IsRecord() =>
        (fromRoot ? path.Count == wanted.Length : path.Count >= wanted.Length) && path.TakeLast(wanted.Length).SequenceEqual(wanted, StringComparer.Ordinal);

    private FileRow Take(XmlItem item, string? problem)
    {
        var number = Offset + 1;
        if (problem is not null)
        {
            return FileRow.Bad(number, problem, default);
        }

        if (Json(writer => WriteObject(writer, item)) is not { } body)
        {
            return FileRow.Bad(number, "row.encoding", LastJson);
        }

        if (settings.Key.Count == 0)
        {
            return forbidden.TryClear(body, out var cleared) ? FileRow.Good(number, cleared, null, cleared.Json) : FileRow.Good(number, body, null, default);
        }

        var key = RowKey.Join(Values(body));
        return key is null ? FileRow.Bad(number, "row.key-missing", body.Span) : FileRow.Good(number, body, key, default);
    }

    // A record of text only is an object all the same.
    private void WriteObject(Utf8JsonWriter writer, XmlItem item)
    {
        if (item.Children.Count > 0 || item.Attributes.Exists(entry => entry.Name != settings.ValueAttribute))
        {
            item.Write(writer, settings.ValueAttribute, settings.Pairs);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("#text");
        item.Write(writer, settings.ValueAttribute, settings.Pairs);
        writer.WriteEndObject();
    }

    private string[] Values(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body, Reading);
        return [.. settings.Key.Select(key => Value(document.RootElement, key.Split('.')))];
    }

    private static string Value(JsonElement element, string[] names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return "";
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
    }
}
