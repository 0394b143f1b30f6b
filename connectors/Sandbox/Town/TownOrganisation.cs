namespace IntegrationHub.Connectors.Sandbox.Town;

/// <summary>A company, association or public body met in finance.</summary>
/// <param name="Nature"><c>S</c> company, <c>A</c> association, <c>C</c> public body.</param>
/// <param name="Siret">14 digits whose first nine are the SIREN, both Luhn-valid; empty for some.</param>
public sealed record TownOrganisation(char Nature, string Name, string Siret, string Address, string PostCode, string City);
