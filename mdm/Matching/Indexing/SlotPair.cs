using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Two slots and what their records score.</summary>
internal readonly record struct SlotPair(int A, int B, Score Score);
