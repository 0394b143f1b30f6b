using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Tests.Connectors.Settings;

internal sealed record SettingsWithSecret
{
    [Setting("Mot de passe", "Password")]
    public required Secret Password { get; init; }
}
