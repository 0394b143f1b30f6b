using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Ged.Documents;

/// <summary>Sets the golden record's id, its version and mapped properties on a document that is there. It reads first and writes only what differs.</summary>
/// <remarks>The document is the record's foreign key, or the member <c>document</c> of its body; a deletion takes id and version away again.</remarks>
internal abstract class DocumentSink(DocumentSettings settings) : HttpSink
{
    private const string Document = "document";

    /// <summary>A document's properties as texts.</summary>
    /// <exception cref="HttpFailureException">There is none: <c>http.404</c>.</exception>
    protected abstract Task<IReadOnlyDictionary<string, string>> ReadAsync(string document, CancellationToken cancellationToken);

    /// <summary>Sets properties; a null clears one.</summary>
    protected abstract Task WriteAsync(string document, IReadOnlyDictionary<string, string?> properties, CancellationToken cancellationToken);

    protected sealed override async Task<SinkOutcome> PutAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        var wanted = Wanted(record, out var named);
        var document = record.ForeignKey ?? named ?? throw Refused("document.unnamed", "The record names no document: map the document's id to \"document\", or write to the connection it was read from.");
        IReadOnlyDictionary<string, string> held;
        try
        {
            held = await ReadAsync(document, cancellationToken);
        }
        catch (HttpFailureException gone) when (record.Deleted && gone.Failure.Code == "http.404")
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, null);
        }

        if (IsOlder(record, held))
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, document);
        }

        var changed = wanted.Where(property => held.GetValueOrDefault(property.Key) != property.Value).ToDictionary(StringComparer.Ordinal);
        if (changed.Count == 0)
        {
            return new SinkOutcome.Written(SinkEffect.Unchanged, record.Deleted ? null : document);
        }

        await WriteAsync(document, changed, cancellationToken);
        var effect = record.Deleted ? SinkEffect.Deleted : held.ContainsKey(settings.GoldenProperty) ? SinkEffect.Updated : SinkEffect.Created;
        return new SinkOutcome.Written(effect, record.Deleted ? null : document);
    }

    private Dictionary<string, string?> Wanted(OutgoingRecord record, out string? document)
    {
        document = null;
        var wanted = new Dictionary<string, string?>(StringComparer.Ordinal) { [settings.GoldenProperty] = record.Deleted ? null : record.Key };
        if (settings.VersionProperty.Length > 0)
        {
            wanted[settings.VersionProperty] = record.Deleted ? null : record.Version.ToString(CultureInfo.InvariantCulture);
        }

        if (record.Body.IsEmpty)
        {
            return wanted;
        }

        using var body = Parse(record.Body);
        foreach (var member in body.RootElement.EnumerateObject())
        {
            if (member.NameEquals(Document))
            {
                document = member.Value.ToString();
            }
            else if (!record.Deleted)
            {
                wanted[member.Name] = member.Value.ValueKind is JsonValueKind.Null ? null : member.Value.ToString();
            }
        }

        return wanted;
    }

    // The same golden record only: a document may rightly go to another one, whose versions count on their own.
    private bool IsOlder(OutgoingRecord record, IReadOnlyDictionary<string, string> held) =>
        settings.VersionProperty.Length > 0 && held.GetValueOrDefault(settings.GoldenProperty) == record.Key
        && long.TryParse(held.GetValueOrDefault(settings.VersionProperty), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > record.Version;

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw Refused("record.malformed", "The record is not a JSON object: correct the outgoing mapping.");
        }
        catch (JsonException)
        {
            throw Refused("record.malformed", "The record is not a JSON object: correct the outgoing mapping.");
        }
    }

    private static HttpFailureException Refused(string code, string detail) => new(new Failure(FailureKind.Refused, code, detail));
}
