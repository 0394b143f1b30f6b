namespace IntegrationHub.Mdm.Matching;

/// <summary>Something for a steward: the best pair between two clusters that stay apart, or a lone record nothing can find.</summary>
/// <param name="A">Part id of the pair's smaller key.</param>
/// <param name="B">Part id of the other; null for a record without a usable key.</param>
public sealed record Doubt(int A, int? B, int Weight, ulong Pattern, DoubtReason Reason);
