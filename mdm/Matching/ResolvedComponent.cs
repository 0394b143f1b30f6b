namespace IntegrationHub.Mdm.Matching;

/// <summary>One component after a page: its records partitioned into clusters, and what remains doubtful.</summary>
/// <param name="Clusters">Part ids; each cluster in <see cref="MatchKey"/> order, clusters in the order of their first member.</param>
/// <param name="Doubts">Best pair per two clusters; in key order.</param>
public sealed record ResolvedComponent(IReadOnlyList<int[]> Clusters, IReadOnlyList<Doubt> Doubts);
