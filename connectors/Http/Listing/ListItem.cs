namespace IntegrationHub.Connectors.Http.Listing;

/// <summary>An entry of a list that became a record.</summary>
/// <param name="Key">The record's key.</param>
/// <param name="Body">JSON as the hub keeps it; empty when deleted. Its hash tells whether the record changed.</param>
/// <param name="ChangedAt">When the system last changed it, where it says so: then this orders its versions.</param>
/// <param name="Deleted">The list itself says that it is deleted.</param>
public sealed record ListItem(string Key, ReadOnlyMemory<byte> Body, DateTimeOffset? ChangedAt = null, bool Deleted = false);
