namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>What one blocking rule costs a population.</summary>
/// <param name="Rule">Its parts, in the words of the document.</param>
/// <param name="Pairs">Pairs it makes meet, those of other rules included.</param>
/// <param name="Records">Records that have a key by it.</param>
/// <param name="Fattest">Records of its fullest key.</param>
/// <param name="Kept">False when it costs too much for what it may bring.</param>
public sealed record RuleCost(string Rule, long Pairs, int Records, int Fattest, bool Kept);
