namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>A country: COG code (99xxx) and French name.</summary>
public sealed record Country(string Code, string Name);
