namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Where a source stands, in its own words: opaque to the hub, committed with the page it ends.</summary>
public sealed record Checkpoint(string Value);
