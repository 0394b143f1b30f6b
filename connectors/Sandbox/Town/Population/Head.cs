namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>Who a family starts from.</summary>
internal sealed record Head(char Sex, string Origin, string Surname, string GivenName, int BirthYear, int Month, int Day, Trait Traits);
