using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>Surviving values, and one line of provenance per attribute group that has one, in policy order.</summary>
public sealed record Survivor(Citizen Citizen, IReadOnlyList<Provenance> Provenance);
