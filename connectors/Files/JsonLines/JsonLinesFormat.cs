using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.JsonLines;

internal sealed class JsonLinesFormat(JsonLinesSettings settings, ForbiddenFields forbidden) : FileFormat
{
    public override TextEncoding Encoding => TextEncoding.Utf8;

    public override RowReader Open(string path, FileFacts facts, long offset, long lines)
    {
        if (settings.Key.FirstOrDefault(key => key.Split('.').Any(forbidden.Names)) is { } key)
        {
            throw new FileRefusedException("jsonl.key-forbidden", $"The field \"{key}\" is forbidden on this connection, so it cannot be a key: choose another, or none.");
        }

        var start = Math.Max(offset, facts.Start);
        return new JsonLineRowReader(FileScan.Open(path, start), start, lines, settings, forbidden);
    }

    public override IReadOnlyList<string> Columns(string path, FileFacts facts) => [];
}
