using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>How requests prove who sends them: exactly one of these.</summary>
public sealed record AuthSettings
{
    [Setting("Utilisateur et mot de passe (HTTP Basic)", "User and password (HTTP Basic)")]
    public BasicSettings? Basic { get; init; }

    [Setting("Clé dans un en-tête", "Key in a header")]
    public HeaderSettings? Header { get; init; }

    [Setting("Jeton porteur", "Bearer token")]
    public BearerSettings? Bearer { get; init; }

    [Setting("OAuth 2, identifiants du client", "OAuth 2 client credentials")]
    public ClientCredentialsSettings? ClientCredentials { get; init; }

    [Setting("Adresse signée (HMAC)", "Signed URL (HMAC)")]
    public SignedUrlSettings? SignedUrl { get; init; }
}
