using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Ged.Documents;

namespace IntegrationHub.Connectors.Ged.Alfresco;

/// <summary>An Alfresco repository. The base address ends in <c>/alfresco</c>; authentication is basic, or bearer where the Identity Service stands before it.</summary>
public sealed record AlfrescoSettings : DocumentSettings
{
    [Setting("Ce qui est lu (AFTS)", "What is read (AFTS)")]
    public string Query { get; init; } = "TYPE:\"cm:content\"";
}
