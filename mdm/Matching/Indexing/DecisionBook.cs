namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>The stewards' decisions, by id and by the records they name, arrived or not.</summary>
internal sealed class DecisionBook
{
    private readonly Dictionary<long, PairDecision> _byId = [];
    private readonly Dictionary<MatchKey, List<PairDecision>> _byKey = [];

    public int Count => _byId.Count;

    public IEnumerable<PairDecision> All => _byId.Values;

    public bool TryGet(long id, out PairDecision decision) => _byId.TryGetValue(id, out decision!);

    public IReadOnlyList<PairDecision> Of(MatchKey key) => _byKey.TryGetValue(key, out var list) ? list : [];

    public void Add(PairDecision decision)
    {
        Remove(decision.Id);
        _byId.Add(decision.Id, decision);
        ListOf(decision.A).Add(decision);
        ListOf(decision.B).Add(decision);
    }

    public void Remove(long id)
    {
        if (_byId.Remove(id, out var decision))
        {
            ListOf(decision.A).Remove(decision);
            ListOf(decision.B).Remove(decision);
        }
    }

    private List<PairDecision> ListOf(MatchKey key)
    {
        if (!_byKey.TryGetValue(key, out var list))
        {
            _byKey[key] = list = [];
        }

        return list;
    }
}
