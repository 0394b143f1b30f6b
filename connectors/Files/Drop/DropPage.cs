using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Files.Drop;

/// <summary>One page as a file: written beside its place under a hidden name, flushed to the disk, then renamed. Who lists the folder sees it whole or not at all.</summary>
internal static class DropPage
{
    private const string Unfinished = ".part";

    /// <summary>Takes away what a crash left half written.</summary>
    public static void Clean(DropSettings settings)
    {
        foreach (var left in Directory.EnumerateFiles(settings.Folder, $".{settings.Name}-*{Unfinished}"))
        {
            File.Delete(left);
        }
    }

    public static void Write(DropSettings settings, IReadOnlyList<OutgoingRecord> records, DateTimeOffset at)
    {
        var ending = settings.Format == DropFormat.Csv ? "csv" : "jsonl";
        var name = string.Create(CultureInfo.InvariantCulture, $"{settings.Name}-{at.UtcDateTime:yyyyMMdd'T'HHmmssfffffff'Z'}-{Guid.NewGuid().ToString("N")[..6]}.{ending}");
        var unfinished = Path.Combine(settings.Folder, $".{name}{Unfinished}");
        using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" })
            {
                if (settings.Format == DropFormat.Csv)
                {
                    Csv(settings, records, text);
                }
                else
                {
                    Json(records, text);
                }
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, Path.Combine(settings.Folder, name));
    }

    private static void Json(IReadOnlyList<OutgoingRecord> records, StreamWriter text)
    {
        foreach (var record in records)
        {
            var line = new JsonObject { ["id"] = record.Key, ["version"] = record.Version, ["deleted"] = record.Deleted };
            if (!record.Deleted)
            {
                line["fields"] = JsonNode.Parse(record.Body.Span);
            }

            text.WriteLine(line.ToJsonString());
        }
    }

    private static void Csv(DropSettings settings, IReadOnlyList<OutgoingRecord> records, StreamWriter text)
    {
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = settings.Separator, NewLine = "\n" }, leaveOpen: true);
        foreach (var head in (string[])["id", "version", "deleted", .. settings.Columns])
        {
            csv.WriteField(head);
        }

        csv.NextRecord();
        foreach (var record in records)
        {
            var fields = record.Deleted ? [] : (JsonObject)JsonNode.Parse(record.Body.Span)!;
            csv.WriteField(record.Key);
            csv.WriteField(record.Version);
            csv.WriteField(record.Deleted ? "1" : "0");
            foreach (var column in settings.Columns)
            {
                csv.WriteField(Text(fields[column]));
            }

            csv.NextRecord();
        }
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue plain when plain.GetValueKind() == JsonValueKind.String => plain.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
