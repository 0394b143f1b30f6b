using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Host.Linkage;

/// <summary>Writes the rows that could not be read beside the clustered file, each with its place and reason and its own bytes: nothing is left out, nothing is changed.</summary>
public static class RejectedRows
{
    public static Task WriteAsync(string target, char delimiter, TextHabit habit, IReadOnlyList<RejectedRecord> rejected, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(target, part => WritePartAsync(part, delimiter, habit, rejected, cancellationToken));

    private static async Task WritePartAsync(string target, char delimiter, TextHabit habit, IReadOnlyList<RejectedRecord> rejected, CancellationToken cancellationToken)
    {
        await using var file = File.Create(target);
        var encoding = habit.Encoding;
        await file.WriteAsync(encoding.GetPreamble(), cancellationToken);
        await file.WriteAsync(encoding.GetBytes($"position{delimiter}reason{delimiter}row{habit.NewLine}"), cancellationToken);
        foreach (var row in rejected)
        {
            var start = encoding.GetBytes($"\"{row.Position.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{delimiter}{row.Code}{delimiter}\"");
            await file.WriteAsync(start, cancellationToken);
            await file.WriteAsync(Doubled(row.Raw.Span, encoding), cancellationToken);
            await file.WriteAsync(encoding.GetBytes("\"" + habit.NewLine), cancellationToken);
        }
    }

    // Bytes that are no text in the file's encoding stay as they are; only quotes are doubled.
    private static byte[] Doubled(ReadOnlySpan<byte> raw, Encoding encoding)
    {
        if (encoding is UnicodeEncoding)
        {
            return encoding.GetBytes(encoding.GetString(raw).TrimEnd('\r', '\n').Replace("\"", "\"\"", StringComparison.Ordinal));
        }

        var doubled = new List<byte>(raw.Length + 8);
        foreach (var letter in raw.TrimEnd("\r\n"u8))
        {
            doubled.Add(letter);
            if (letter == '"')
            {
                doubled.Add(letter);
            }
        }

        return [.. doubled];
    }
}
