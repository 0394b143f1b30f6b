namespace IntegrationHub.Mdm.Matching;

/// <summary>All that one overlay changes. A part in none of <see cref="Components"/> keeps its cluster and its doubts.</summary>
/// <param name="Components">Every component touched; of a page in the order of its smallest key, in bulk of its first record.</param>
/// <param name="Added">Pairs that are new or score otherwise than before.</param>
/// <param name="Removed">Pairs that are no more (A, B as stored).</param>
public sealed record Resolution(
    IReadOnlyList<ResolvedComponent> Components,
    IReadOnlyList<ScoredPair> Added,
    IReadOnlyList<(int A, int B)> Removed);
