using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Ged.Documents;

namespace IntegrationHub.Connectors.Ged.Cmis;

/// <summary>A CMIS 1.1 server. The base address is the service address of its browser binding.</summary>
public sealed record CmisSettings : DocumentSettings
{
    [Setting("Dépôt ; vide : le premier", "Repository; empty for the first")]
    public string? Repository { get; init; }

    [Setting("Type de document lu", "Document type that is read")]
    public string Type { get; init; } = "cmis:document";
}
