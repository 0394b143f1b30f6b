namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>What two rows score.</summary>
internal readonly record struct Score(int Weight, ulong Pattern, bool Vetoed);
