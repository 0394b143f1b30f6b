namespace IntegrationHub.Connectors.Ged.Alfresco;

/// <summary>Addresses below the base address.</summary>
internal static class AlfrescoApi
{
    public const string Search = "api/-default-/public/search/versions/1/search";

    private const string Core = "api/-default-/public/alfresco/versions/1/";

    public const string Me = Core + "people/-me-";

    public const string DeletedNodes = Core + "deleted-nodes";

    public static string Node(string id) => Core + "nodes/" + Uri.EscapeDataString(id);
}
