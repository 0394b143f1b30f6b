using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>A token in the Authorization header (RFC 6750).</summary>
public sealed record BearerSettings
{
    [Setting("Jeton", "Token")]
    public required Secret Token { get; init; }
}
