using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Catalogues;

/// <summary>Every store of this build, one line each.</summary>
public static class Stores
{
    public static IReadOnlyDictionary<string, StorageProvider> All { get; } = new Dictionary<string, StorageProvider>(StringComparer.Ordinal)
    {
        ["sqlite"] = StorageProvider.Sqlite,
        ["postgresql"] = StorageProvider.PostgreSql,
        ["sqlserver"] = StorageProvider.SqlServer,
    };
}
