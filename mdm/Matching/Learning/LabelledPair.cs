namespace IntegrationHub.Mdm.Matching.Learning;

/// <summary>A pair a person has judged, with the weight a model gives it.</summary>
/// <param name="Weight">Thousandths of a bit.</param>
/// <param name="Same">One person, says the steward.</param>
/// <param name="SourceA">Connection of one record.</param>
/// <param name="SourceB">Connection of the other.</param>
/// <param name="Audit">Drawn at random among pairs that were linked, and not because it was in doubt: only such pairs tell the precision of links.</param>
/// <param name="Held">Asked about for another reason than its weight (a veto, a rival, the guard): the answer says nothing of what the weight is worth.</param>
public sealed record LabelledPair(int Weight, bool Same, string SourceA, string SourceB, bool Audit, bool Held = false);
