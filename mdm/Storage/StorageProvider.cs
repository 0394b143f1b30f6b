namespace IntegrationHub.Mdm.Storage;

/// <summary>The databases the registry runs on.</summary>
public enum StorageProvider
{
    /// <summary>The embedded default: two files in a directory, no server.</summary>
    Sqlite,
    PostgreSql,
    SqlServer,
}
