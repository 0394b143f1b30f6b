namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>The rules of one attribute group, first one first, with the trust that holds for it.</summary>
internal sealed record AttributePolicy(string Attribute, IReadOnlyList<SurvivorshipRule> Rules, SourceTrust Trust);
