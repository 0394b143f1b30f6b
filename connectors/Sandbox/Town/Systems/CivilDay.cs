namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>A birth date as a record says it; month and day 0 when unknown.</summary>
public readonly record struct CivilDay(int Year, int Month, int Day);
