namespace IntegrationHub.Mdm.Matching;

/// <summary>Two records compared, at or above the model's review threshold, or bound by a decision.</summary>
/// <param name="A">Part id; the one whose <see cref="MatchKey"/> is smaller.</param>
/// <param name="B">Part id.</param>
/// <param name="Weight">Match weight in thousandths of a bit, term frequency and prior included.</param>
/// <param name="Pattern">Level reached per comparison, packed four bits each in the model's order; 15 is silent.</param>
/// <param name="Vetoed">A veto caps the pair at review.</param>
public readonly record struct ScoredPair(int A, int B, int Weight, ulong Pattern, bool Vetoed);
