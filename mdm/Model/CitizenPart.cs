namespace IntegrationHub.Mdm.Model;

/// <summary>A citizen found in a source record; <paramref name="Part"/> tells several in one record apart ("" for the only one).</summary>
public sealed record CitizenPart(string Part, Citizen Citizen);
