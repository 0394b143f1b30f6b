namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Decisions as they will be after a page.</summary>
internal sealed class PageDecisions
{
    private readonly DecisionBook _base;
    private readonly DecisionBook _added = new();
    private readonly HashSet<long> _gone = [];

    public PageDecisions(DecisionBook committed, IReadOnlyDictionary<long, PairDecision?> changes)
    {
        _base = committed;
        foreach (var (id, decision) in changes)
        {
            if (committed.TryGet(id, out var old))
            {
                _gone.Add(id);
                Withdrawn.Add(old);
            }

            if (decision is not null)
            {
                _added.Add(decision);
                Added.Add(decision);
            }
        }
    }

    public List<PairDecision> Added { get; } = [];

    public List<PairDecision> Withdrawn { get; } = [];

    public bool Any => _base.Count + _added.Count > 0;

    public IEnumerable<PairDecision> Of(MatchKey key) => _base.Of(key).Where(d => !_gone.Contains(d.Id)).Concat(_added.Of(key));

    /// <summary>Writes the changes into the committed book.</summary>
    public void Settle(DecisionBook committed)
    {
        Withdrawn.ForEach(d => committed.Remove(d.Id));
        Added.ForEach(committed.Add);
    }

    public bool Bind(MatchKey a, MatchKey b) => Of(a).Any(d => (d.A == a && d.B == b) || (d.A == b && d.B == a));
}
