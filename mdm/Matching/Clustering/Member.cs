using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>One record of a component.</summary>
internal readonly record struct Member(MatchKey Key, int PartId, RowView Row);
