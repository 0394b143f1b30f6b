using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>What one live source part says of the person, and when its source last changed it.</summary>
public sealed record SurvivorPart(PartKey Key, Citizen Citizen, DateTimeOffset? ChangedAt);
