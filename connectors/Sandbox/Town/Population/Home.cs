using IntegrationHub.Connectors.Sandbox.Town.Facts;

namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>A dwelling.</summary>
/// <param name="Number"><c>12</c> or <c>12 bis</c>.</param>
/// <param name="Street">Kind and name: <c>rue des Lilas</c>.</param>
/// <param name="Complement">Building, flat; empty for most houses.</param>
/// <param name="Landline">National form, ten digits; null without one.</param>
/// <param name="FamilyEmail">A mailbox the whole household uses.</param>
public sealed record Home(string Number, string Street, string Complement, Commune Commune, string? Landline, string? FamilyEmail);
