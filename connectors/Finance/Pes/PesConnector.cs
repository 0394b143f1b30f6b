using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>Helios PES V2 files ("PES Aller"): debtors and creditors, with the orders that name them. Bank details never reach the memory.</summary>
public sealed class PesConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("helios-pes", new LocalText("Fichiers PES V2 (Hélios)", "PES V2 files (Helios)"), typeof(PesSettings), "finance");

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new PesFormat((PesSettings)settings);
}
