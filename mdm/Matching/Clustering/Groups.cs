namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>Clusters while they grow: who is in which, and what stands between two of them.</summary>
internal sealed class Groups
{
    private readonly Obstacles _obstacles;
    private readonly List<int>[] _members;
    private readonly int[] _group;
    private readonly Dictionary<(int, int, int, int), Obstacle> _known = [];

    public Groups(int count, Obstacles obstacles)
    {
        _obstacles = obstacles;
        _group = new int[count];
        _members = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            _group[i] = i;
            _members[i] = [i];
        }
    }

    public int Of(int member) => _group[member];

    /// <summary>Members of a group in key order.</summary>
    public List<int> Members(int group) => _members[group];

    public void Join(int x, int y)
    {
        var (kept, gone) = x < y ? (x, y) : (y, x);
        foreach (var member in _members[gone])
        {
            _group[member] = kept;
        }

        _members[kept].AddRange(_members[gone]);
        _members[kept].Sort();
        _members[gone] = [];
    }

    /// <summary>The strongest obstacle between any two members. A group only grows, so its first member and size name its state.</summary>
    public Obstacle Between(int x, int y)
    {
        var (a, b) = x < y ? (_members[x], _members[y]) : (_members[y], _members[x]);
        var state = (a[0], a.Count, b[0], b.Count);
        if (!_known.TryGetValue(state, out var worst))
        {
            foreach (var i in a)
            {
                foreach (var j in b)
                {
                    worst = (Obstacle)Math.Max((byte)worst, (byte)_obstacles.Between(i, j));
                }
            }

            _known[state] = worst;
        }

        return worst;
    }
}
