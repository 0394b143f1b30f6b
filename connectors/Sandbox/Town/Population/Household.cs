namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>Adults and minor children under one roof, as positions in the family's people.</summary>
public sealed record Household(Home Home, IReadOnlyList<int> Adults, IReadOnlyList<int> Children);
