using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry;

/// <summary>A golden record that a person not yet registered may be: advice, not a link.</summary>
/// <param name="PartId">The part of it that scores best.</param>
/// <param name="Weight">Match weight in thousandths of a bit.</param>
/// <param name="Pattern">Levels reached, as in <see cref="Matching.ScoredPair"/>.</param>
/// <param name="Vetoed">Something contradicts it: show it, never take it unasked.</param>
public sealed record MatchCandidate(GoldenId Golden, int PartId, int Weight, ulong Pattern, bool Vetoed);
