using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>The query signed by a shared key, as Publik (Entr'ouvert) does: <c>algo, timestamp, nonce, orig, signature</c>.</summary>
public sealed record SignedUrlSettings
{
    [Setting("Clé partagée", "Shared key")]
    public required Secret Key { get; init; }

    [Setting("Notre identifiant chez le système (orig)", "Our id at the system (orig)")]
    public required string Orig { get; init; }

    [Setting("Courriel de l’usager au nom de qui la requête agit", "E-mail of the user the request acts for")]
    public string? Email { get; init; }
}
