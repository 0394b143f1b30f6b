namespace IntegrationHub.Mdm.Matching;

/// <summary>The clusters and doubts that a row of resolutions leads to.</summary>
public sealed class Partition
{
    private readonly Dictionary<int, int[]> _clusterOf = [];
    private readonly Dictionary<int, List<Doubt>> _doubtsOf = [];
    private readonly Dictionary<(int A, int B), ScoredPair> _pairs = [];

    /// <summary>Every cluster once, part ids in the order of the resolution; clusters by smallest part id.</summary>
    public IEnumerable<int[]> Clusters => _clusterOf.Where(c => c.Value[0] == c.Key).Select(c => c.Value).OrderBy(c => c.Min());

    /// <summary>Doubts by their part ids.</summary>
    public IEnumerable<Doubt> Doubts => _doubtsOf.Values.SelectMany(d => d).OrderBy(d => d.A).ThenBy(d => d.B);

    public IReadOnlyCollection<ScoredPair> Pairs => _pairs.Values;

    /// <summary>The cluster a part is in.</summary>
    public IReadOnlyList<int> ClusterOf(int partId) => _clusterOf[partId];

    /// <summary>Takes in one overlay's resolution.</summary>
    /// <param name="resolution">What the overlay changed.</param>
    /// <param name="removed">Parts that the overlay removed.</param>
    public void Apply(Resolution resolution, IEnumerable<int> removed)
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

            foreach (var doubts in component.Doubts.GroupBy(d => d.A))
            {
                _doubtsOf[doubts.Key] = [.. doubts];
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
