using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>One value that stood for an attribute group.</summary>
/// <param name="Source">The part that says it; null for a steward's override.</param>
/// <param name="Value">A citizen that carries this group alone.</param>
/// <param name="Scores">Score per rule in the group's order; more is better.</param>
/// <param name="Excluded">The part's identity status keeps it out: it is shown and does not stand.</param>
public sealed record CandidateWhy(
    PartKey? Source, DateTimeOffset? At, Citizen Value, IReadOnlyList<(string Rule, long Score)> Scores, bool Excluded);
