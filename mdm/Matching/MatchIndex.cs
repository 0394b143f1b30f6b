namespace IntegrationHub.Mdm.Matching;

/// <summary>The compact in-memory index: a projection of the registry, rebuilt at start, changed only by folding an overlay in.</summary>
/// <remarks>One overlay at a time; <see cref="Query"/> may run beside it from any thread.</remarks>
public sealed class MatchIndex(MatchModel model)
{
    public MatchModel Model => model;

    /// <summary>Fills an empty index from committed rows without scoring anything again.</summary>
    public void Load(IEnumerable<(int PartId, MatchRecord Record)> records, IEnumerable<ScoredPair> pairs, IEnumerable<PairDecision> decisions) =>
        throw new NotSupportedException($"{records.Count()}{pairs.Count()}{decisions.Count()}");

    /// <summary>Starts a page's overlay. Nothing is seen by <see cref="Query"/> until it is folded in.</summary>
    public MatchOverlay Begin() => new(this);

    /// <summary>The best candidates for a record that is not in the index, best first. It advises; the writer matches again.</summary>
    public IReadOnlyList<(int PartId, int Weight, ulong Pattern, bool Vetoed)> Query(MatchRecord probe, int limit) =>
        throw new NotSupportedException($"{probe.Key}{limit}");
}
