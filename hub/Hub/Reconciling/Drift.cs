namespace IntegrationHub.Hub.Reconciling;

/// <summary>One person whose copy differs: an id, never a value.</summary>
public sealed record Drift(string Id, DriftKind Kind);
