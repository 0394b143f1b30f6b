using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>A steward's own value for one attribute group: a layer beside the sources, kept until it is cleared.</summary>
/// <param name="Attribute">Attribute group, or <c>extra.NAME</c>.</param>
/// <param name="Value">A citizen that carries this group alone; left empty there, it says "no value".</param>
/// <param name="Origin">The golden record it was written on: after a merge it moves to the survivor, after the undo it goes back.</param>
public sealed record Override(string Attribute, Citizen Value, string By, DateTimeOffset At, GoldenId Origin);
