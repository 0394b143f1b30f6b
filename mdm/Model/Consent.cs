namespace IntegrationHub.Mdm.Model;

/// <summary>A citizen's say about being contacted on one channel for one purpose, with the proof of it.</summary>
public sealed record Consent(string Channel, string Purpose, bool Granted, DateTimeOffset? At, string? Proof);
