namespace IntegrationHub.Mdm.Matching;

/// <summary>One comparison of a pair: the level reached, in the words of the model, with its weight and the term-frequency part of it.</summary>
/// <param name="Level">Stable level name (<c>day-month-swapped</c>); resource files hold its French and English words. <c>silent</c> when a side says nothing.</param>
public sealed record EvidenceLine(string Comparison, string Level, int Weight, int TermFrequency);
