using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>Helios PES V2 files ("PES Aller"): debtors and creditors, with the orders that name them. Bank details never reach the memory.</summary>
public sealed class PesConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("helios-pes", new LocalText("Fichiers PES V2 (Hélios)", "PES V2 files (Helios)"), typeof(PesSettings), "finance") with
    {
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Hélios, PES V2 (aller)", "Helios, PES V2 (outward)"),
            Reads = new LocalText("Tiers des mandats et des titres, sans coordonnées bancaires", "Third parties of orders and claims, without bank details"),
            Tested = new LocalText("Kit de conformité, fichiers de la ville d’essai", "Conformance kit, files of the made-up town"),
            NotTested = new LocalText("Schéma officiel de la DGFiP et fichiers réels : non publics", "The official schema of the DGFiP and real files: not public"),
        },
    };

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new PesFormat((PesSettings)settings);
}
