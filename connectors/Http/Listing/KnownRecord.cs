namespace IntegrationHub.Connectors.Http.Listing;

/// <summary>What was told of a record: the hash of its content, its version, when it changed. An empty hash means that it is gone.</summary>
public sealed record KnownRecord(string Key, string Hash, long Version, DateTimeOffset? ChangedAt);
