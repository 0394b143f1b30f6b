using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Writes rows of texts as JSON objects without the columns a connection forbids, and looks at each text as it passes: a row that holds nothing forbidden need not be read again for it.</summary>
/// <remarks>Not for two threads at once.</remarks>
public sealed class PrivateRow : IDisposable
{
    private readonly ForbiddenFields forbidden;
    private readonly JsonEncodedText?[] names;
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter writer;
    private bool suspect;

    /// <param name="forbidden">The connection's.</param>
    /// <param name="columns">Their names, each once.</param>
    /// <param name="encoder">Which letters are escaped.</param>
    public PrivateRow(ForbiddenFields forbidden, IEnumerable<string> columns, JavaScriptEncoder encoder)
    {
        this.forbidden = forbidden;
        names = [.. columns.Select(name => forbidden.Names(name) ? (JsonEncodedText?)null : JsonEncodedText.Encode(name, encoder))];
        writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder, SkipValidation = true });
    }

    /// <summary>False for a column the connection forbids.</summary>
    public bool Allows(int column) => names[column] is not null;

    /// <summary>Begins a row; the one before is no longer there.</summary>
    public void Start()
    {
        suspect = false;
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
    }

    /// <param name="column">An allowed one.</param>
    /// <param name="text">Valid UTF-8.</param>
    public void Write(int column, ReadOnlySpan<byte> text)
    {
        suspect |= forbidden.Suspects(text);
        writer.WriteString(names[column]!.Value, text);
    }

    /// <param name="column">An allowed one.</param>
    /// <param name="text">Any text.</param>
    public void Write(int column, string text)
    {
        suspect = suspect || forbidden.Suspects(Encoding.UTF8.GetBytes(text));
        writer.WriteString(names[column]!.Value, text);
    }

    /// <summary>Ends the row. Its memory is this writer's, and holds until the next.</summary>
    public RecordBody End()
    {
        writer.WriteEndObject();
        writer.Flush();
        return suspect ? new RecordBody(buffer.WrittenMemory) : new RecordBody(buffer.WrittenMemory, forbidden);
    }

    public void Dispose() => writer.Dispose();
}
