using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>Records connected by pairs at or above the review threshold or by decisions; members in key order, so that positions order like keys.</summary>
internal sealed record Component(Member[] Members, Link[] Links, (int A, int B, bool Same)[] Decisions, Vocabulary Vocabulary);
