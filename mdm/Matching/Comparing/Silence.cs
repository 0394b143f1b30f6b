namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>What a set of silent comparisons adds to a pair: its part of the pattern, the vetoes it does not rule out, those it lifts; and the weight that could have come of it.</summary>
internal readonly record struct Silence(ulong Pattern, ulong When, ulong Unless, int Forgone);
