namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Records that share all parts are compared; a record that lacks a part skips the rule.</summary>
/// <param name="Parts">What the key is made of.</param>
/// <param name="Finer">Parts added, one after the other, to keys that activation found too full.</param>
internal sealed record BlockingRule(IReadOnlyList<KeyPart> Parts, IReadOnlyList<KeyPart> Finer);
