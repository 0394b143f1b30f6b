namespace IntegrationHub.Mdm.Storage;

/// <summary>Where the registry lives.</summary>
public sealed record StorageSettings
{
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>SQLite: the directory of <c>registry.db</c> and <c>operations.db</c>; made when missing.</summary>
    public string? Directory { get; init; }

    /// <summary>PostgreSQL and SQL Server: the connection string of an existing database. Never written to a log.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Key of the golden id permutation for a new store, 32 bytes; null for a random one. A store that exists keeps its own.</summary>
    public byte[]? IdKey { get; init; }

    /// <summary>Tells when a quarantined body's time is over.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
