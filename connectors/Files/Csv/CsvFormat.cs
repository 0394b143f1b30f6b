using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Csv;

internal sealed class CsvFormat(CsvSettings settings, ForbiddenFields forbidden) : FileFormat
{
    public override TextEncoding Encoding => settings.Encoding;

    public override RowReader Open(string path, FileFacts facts, long offset, long lines)
    {
        var layout = CsvLayout.Read(path, facts, settings, forbidden);
        return offset == 0
            ? new CsvRowReader(path, layout, layout.FirstRow, layout.LinesBefore, settings.MaxRecordBytes, forbidden)
            : new CsvRowReader(path, layout, offset, lines, settings.MaxRecordBytes, forbidden);
    }

    public override IReadOnlyList<string> Columns(string path, FileFacts facts) => CsvLayout.Read(path, facts, settings, forbidden).Columns;
}
