using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Contracts;

/// <summary>Survivorship as views need it: the values that win among these parts, and why.</summary>
public delegate (Citizen Citizen, IReadOnlyList<Provenance> Provenance) Survive(IReadOnlyList<PartRow> parts, string? overrides);
