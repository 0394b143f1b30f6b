namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>One way to prefer a value: a score, more is better. Its name is the policy's word and stands in the provenance.</summary>
/// <param name="OfValue">The score is the same for all who say the same.</param>
internal sealed record SurvivorshipRule(string Name, Func<Candidate, Contest, long> Score, bool OfValue = false);
