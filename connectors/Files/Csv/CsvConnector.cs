using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>CSV and TSV files.</summary>
public sealed class CsvConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("csv", new LocalText("Fichiers CSV", "CSV files"), typeof(CsvSettings));

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new CsvFormat((CsvSettings)settings, context.Forbidden);
}
