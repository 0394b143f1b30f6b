using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>A message in both languages.</summary>
public sealed record MessageSettings
{
    [Setting("En français", "In French")]
    public required string French { get; init; }

    [Setting("En anglais", "In English")]
    public required string English { get; init; }
}
