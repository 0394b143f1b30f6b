using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>OAuth 2 client credentials grant (RFC 6749, 4.4).</summary>
public sealed record ClientCredentialsSettings
{
    [Setting("Adresse des jetons", "Token address")]
    public required Uri TokenUrl { get; init; }

    [Setting("Identifiant du client", "Client id")]
    public required string ClientId { get; init; }

    [Setting("Secret du client", "Client secret")]
    public required Secret ClientSecret { get; init; }

    [Setting("Portée", "Scope")]
    public string? Scope { get; init; }

    [Setting("Identifiants dans l’en-tête (basic) ou le corps (body)", "Credentials in the header (basic) or the body (body)")]
    public ClientCredentialsStyle Style { get; init; } = ClientCredentialsStyle.Body;

    [Setting("Autres paramètres du corps (audience, resource…)", "Other parameters of the body (audience, resource…)")]
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
