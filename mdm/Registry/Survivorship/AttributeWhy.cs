namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>Why an attribute group has its value: the rule that decided, and all who stood for it, best first.</summary>
public sealed record AttributeWhy(string Attribute, string Rule, IReadOnlyList<CandidateWhy> Candidates);
