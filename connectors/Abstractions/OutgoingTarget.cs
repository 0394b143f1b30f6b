namespace IntegrationHub.Connectors.Abstractions;

/// <summary>A record of the foreign system as the hub knows it.</summary>
/// <param name="Key">Its golden id.</param>
/// <param name="ForeignKey">Its own id there; null where the hub does not know it.</param>
public sealed record OutgoingTarget(string Key, string? ForeignKey);
