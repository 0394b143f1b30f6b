using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>HTTP Basic (RFC 7617), always over the connection's TLS.</summary>
public sealed record BasicSettings
{
    [Setting("Utilisateur", "User")]
    public required string User { get; init; }

    [Setting("Mot de passe", "Password")]
    public required Secret Password { get; init; }
}
