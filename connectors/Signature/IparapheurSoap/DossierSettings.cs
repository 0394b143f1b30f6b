using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Signature.IparapheurSoap;

/// <summary>What a dossier the hub makes is like.</summary>
public sealed record DossierSettings
{
    [Setting("Document PDF à signer", "PDF document to be signed")]
    public required string Document { get; init; }

    [Setting("Visibilité : PUBLIC, SERVICE ou CONFIDENTIEL", "Visibility: PUBLIC, SERVICE or CONFIDENTIEL")]
    public string Visibility { get; init; } = "SERVICE";

    [Setting("Jours accordés pour signer", "Days granted to sign", Minimum = 1, Maximum = 3650)]
    public int Days { get; init; } = 60;
}
