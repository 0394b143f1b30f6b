using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>CSV and TSV files.</summary>
public sealed class CsvConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("csv", new LocalText("Fichiers CSV", "CSV files"), typeof(CsvSettings)) with
    {
        About = new ConnectorAbout
        {
            Speaks = new LocalText("CSV (RFC 4180 et ses usages), UTF-8, Windows-1252", "CSV (RFC 4180 and its habits), UTF-8, Windows-1252"),
            Reads = new LocalText("Lignes d’un fichier ou d’un dossier surveillé", "Rows of a file or a watched folder"),
            Tested = new LocalText("Kit de conformité, fichiers quelconques engendrés, mail numérisé de Kofax", "Conformance kit, generated arbitrary files, scanned mail of Kofax"),
            NotTested = new LocalText("Exports réels des éditeurs", "Real exports of vendors"),
        },
    };

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new CsvFormat((CsvSettings)settings, context.Forbidden);
}
