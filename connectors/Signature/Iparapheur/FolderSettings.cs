using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Signature.Iparapheur;

/// <summary>What a folder the hub makes is like.</summary>
public sealed record FolderSettings
{
    [Setting("Type (typologie)", "Type")]
    public required string Type { get; init; }

    [Setting("Sous-type", "Subtype")]
    public required string Subtype { get; init; }

    [Setting("Document PDF à signer", "PDF document to be signed")]
    public required string Document { get; init; }

    [Setting("Le circuit démarre aussitôt ; sinon le dossier reste un brouillon", "The workflow starts at once; otherwise the folder stays a draft")]
    public bool Start { get; init; }
}
