using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.FixedWidth;

/// <summary>Files of lines with fixed columns, as finance and payroll software exports them.</summary>
public sealed class FixedWidthConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("fixed-width", new LocalText("Fichiers à colonnes fixes", "Fixed-width files"), typeof(FixedWidthSettings)) with
    {
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Lignes à colonnes fixes, décrites par un document", "Lines of fixed columns, described by a document"),
            Reads = new LocalText("Lignes d’un fichier ou d’un dossier surveillé", "Lines of a file or a watched folder"),
            Tested = new LocalText("Kit de conformité, export de tiers de la ville d’essai", "Conformance kit, third parties of the made-up town"),
            NotTested = new LocalText("Exports réels des éditeurs", "Real exports of vendors"),
        },
    };

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new FixedWidthFormat((FixedWidthSettings)settings, context.Forbidden);
}
