namespace IntegrationHub.Mdm.Matching;

/// <summary>The clusters and doubts that a row of resolutions leads to.</summary>
public sealed class Partition
{
    private readonly Dictionary<int, int[]> _clusterOf = [];
    private readonly Dictionary<int, List<Doubt>> _doubtsOf = [];
    private readonly Dictionary<(int A, int B), ScoredPair> _pairs = [];

    /// <summary>The first resolution while it is the only one: it says all there is, and no table need be made of it.</summary>
    private volatile Resolution? _only;
    private readonly Lock _entering = new();
    private bool _any;

    /// <summary>Every cluster once, part ids in the order of the resolution; clusters by smallest part id.</summary>
    public IEnumerable<int[]> Clusters =>
        (_only is { } only ? only.Components.SelectMany(c => c.Clusters) : _clusterOf.Where(c => c.Value[0] == c.Key).Select(c => c.Value)).OrderBy(c => c.Min());

    /// <summary>Doubts by their part ids.</summary>
    public IEnumerable<Doubt> Doubts =>
        (_only is { } only ? only.Components.SelectMany(c => c.Doubts) : _doubtsOf.Values.SelectMany(d => d)).OrderBy(d => d.A).ThenBy(d => d.B);

    public IReadOnlyCollection<ScoredPair> Pairs => _only is { Added: ScoredPair[] added } ? added : Tables()._pairs.Values;

    /// <summary>The cluster a part is in.</summary>
    public IReadOnlyList<int> ClusterOf(int partId) => Tables()._clusterOf[partId];

    /// <summary>Takes in one overlay's resolution.</summary>
    /// <param name="resolution">What the overlay changed.</param>
    /// <param name="removed">Parts that the overlay removed.</param>
    public void Apply(Resolution resolution, IEnumerable<int> removed)
    {
        if (!_any)
        {
            (_any, _only) = (true, resolution);
            return;
        }

        Tables().Enter(resolution, removed);
    }

    /// <summary>This, its tables made: by the first who asks for them, of any number of readers.</summary>
    private Partition Tables()
    {
        lock (_entering)
        {
            if (_only is { } only)
            {
                Enter(only, []);
                _only = null;
            }
        }

        return this;
    }

    private void Enter(Resolution resolution, IEnumerable<int> removed)
    {
        foreach (var part in removed)
        {
            _clusterOf.Remove(part);
            _doubtsOf.Remove(part);
        }

        _pairs.EnsureCapacity(_pairs.Count + resolution.Added.Count);
        foreach (var component in resolution.Components)
        {
            foreach (var cluster in component.Clusters)
            {
                foreach (var part in cluster)
                {
                    _clusterOf[part] = cluster;
                    _doubtsOf.Remove(part);
                }
            }

            foreach (var doubt in component.Doubts)
            {
                (_doubtsOf.TryGetValue(doubt.A, out var known) ? known : _doubtsOf[doubt.A] = []).Add(doubt);
            }
        }

        foreach (var pair in resolution.Removed)
        {
            _pairs.Remove(pair);
        }

        foreach (var pair in resolution.Added)
        {
            _pairs[(pair.A, pair.B)] = pair;
        }
    }
}
