using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Town;

/// <summary>One person as one record names them, with the truth in <see cref="Statement.Person"/>.</summary>
public sealed record TownRow(TownSystem System, Statement Statement);
