namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>The unit the town is made of: everybody whose truth depends on one another, in one or two homes.</summary>
public sealed record Family(long Index, IReadOnlyList<Person> People, IReadOnlyList<Household> Households);
