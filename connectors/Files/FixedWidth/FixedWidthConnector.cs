using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.FixedWidth;

/// <summary>Files of lines with fixed columns, as finance and payroll software exports them.</summary>
public sealed class FixedWidthConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("fixed-width", new LocalText("Fichiers à colonnes fixes", "Fixed-width files"), typeof(FixedWidthSettings));

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new FixedWidthFormat((FixedWidthSettings)settings, context.Forbidden);
}
