namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>A record of a fake system.</summary>
/// <param name="Key">Its id there.</param>
/// <param name="ChangedAt">When it was changed or deleted.</param>
/// <param name="Body">JSON in the system's own shape; the last one it had, when deleted.</param>
/// <param name="Deleted">Only a tombstone is left.</param>
public sealed record SandboxRow(string Key, DateTimeOffset ChangedAt, ReadOnlyMemory<byte> Body, bool Deleted = false);
