namespace IntegrationHub.Mdm.Model;

/// <summary>Why an attribute has its value: who said it, when, and which rule of the policy chose it.</summary>
/// <param name="Attribute">Attribute group of the policy: <c>birthName</c>, <c>address</c>.</param>
/// <param name="Source">The part that said it; null for a steward's override.</param>
/// <param name="At">When the source said it.</param>
/// <param name="Rule">Survivorship rule that decided: <c>verified-level</c>, <c>override</c>, <c>source-trust</c>, <c>recency</c>…</param>
public sealed record Provenance(string Attribute, PartKey? Source, DateTimeOffset? At, string Rule);
