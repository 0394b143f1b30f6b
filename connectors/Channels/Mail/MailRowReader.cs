using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Channels.Mail;

/// <summary>The messages of a file, each a row: of a message of its own, nothing beyond the headers is even read; in an mbox, bodies are passed over line by line.</summary>
internal sealed class MailRowReader : RowReader
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly MailSettings settings;
    private readonly LineReader lines;
    private readonly bool isBox;
    private readonly long size;
    private bool pending;

    public MailRowReader(string path, FileFacts facts, long offset, long linesBefore, MailSettings settings)
    {
        this.settings = settings;
        size = facts.Size;
        Offset = Math.Max(offset, facts.Start);
        Lines = linesBefore;
        using (var start = new LineReader(FileScan.Open(path, facts.Start), 1 << 16))
        {
            isBox = start.Read() && IsSeparator(start.Line.Span);
        }

        lines = new LineReader(FileScan.Open(path, Offset), settings.MaxRecordBytes);
        pending = Next();
    }

    public override bool Read()
    {
        while (pending && (lines.Line.Span.Trim(" \t\r"u8).IsEmpty || IsSeparator(lines.Line.Span)))
        {
            Step();
        }

        if (!pending)
        {
            Offset = size;
            return false;
        }

        var (first, headers, tooLong) = (Lines + 1, new MailHeaders(), false);
        while (pending && !headers.Ended && headers.Length <= settings.MaxRecordBytes && !(isBox && IsSeparator(lines.Line.Span)))
        {
            tooLong |= lines.TooLong;
            headers.Add(lines.Line.Span, lines.Ended);
            Step();
        }

        PassOverBody();
        Row = Judge(headers, tooLong) is { } code ? FileRow.Bad(first, code, default) : Good(first, headers);
        return true;
    }

    protected override void Dispose(bool disposing) => lines.Dispose();

    private string? Judge(MailHeaders headers, bool tooLong) =>
        tooLong || headers.Length > settings.MaxRecordBytes ? "row.too-long"
        : !headers.IsMessage ? "email.not-a-message"
        : headers.IsCut ? "email.cut-short" : null;

    // A body may be gigabytes of attachments: of a message of its own it is not looked at.
    private void PassOverBody()
    {
        if (!isBox)
        {
            (pending, Offset) = (false, size);
            return;
        }

        var blank = true;
        while (pending && !(blank && IsSeparator(lines.Line.Span)))
        {
            blank = lines.Line.Span.Trim("\r"u8).IsEmpty;
            Step();
        }
    }

    private FileRow Good(long first, MailHeaders headers)
    {
        var id = headers.Id;
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (headers.Date is { } date)
            {
                json.WriteString("date", date);
            }

            if (headers.Mailboxes("From").Concat(headers.Mailboxes("Sender")).FirstOrDefault() is { } sender)
            {
                json.WritePropertyName("from");
                sender.Write(json);
            }

            Write(json, "to", headers.Mailboxes("To"));
            Write(json, "cc", headers.Mailboxes("Cc"));
            if (settings.Subject && headers.Text("Subject") is { } subject)
            {
                json.WriteString("subject", subject);
            }

            json.WriteBoolean("automatic", headers.IsAutomatic);
            json.WriteEndObject();
        }

        return FileRow.Good(first, buffer.WrittenMemory, id, default);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Mailbox> mailboxes)
    {
        json.WriteStartArray(name);
        foreach (var mailbox in mailboxes)
        {
            mailbox.Write(json);
        }

        json.WriteEndArray();
    }

    private void Step()
    {
        Offset += lines.Length;
        Lines++;
        pending = Next();
    }

    private bool Next() => lines.Read();

    private static bool IsSeparator(ReadOnlySpan<byte> line) => line.StartsWith("From "u8);
}
