namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>Clusters while they grow: who is in which, and what stands between two of them.</summary>
internal sealed class Groups
{
    /// <summary>Pairs of members up to which asking for each costs less than remembering the answer.</summary>
    private const int Few = 16;

    private readonly Obstacles _obstacles;
    private Ballot? _ballot;
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

    public int Joins { get; private set; }

    public int Of(int member) => _group[member];

    /// <summary>Members of a group in key order.</summary>
    public List<int> Members(int group) => _members[group];

    public void Join(int x, int y)
    {
        var (kept, gone) = x < y ? (x, y) : (y, x);
        Joins++;
        foreach (var member in _members[gone])
        {
            _group[member] = kept;
        }

        _members[kept].AddRange(_members[gone]);
        _members[kept].Sort();
        _members[gone] = [];
    }

    /// <summary>The strongest obstacle between any two members, but for what the other pairs settle. A group only grows, so its first member and size name its state.</summary>
    public Obstacle Between(int x, int y)
    {
        var (a, b) = x < y ? (_members[x], _members[y]) : (_members[y], _members[x]);
        if (a.Count * b.Count <= Few)
        {
            return Worst(a, b);
        }

        var state = (a[0], a.Count, b[0], b.Count);
        if (!_known.TryGetValue(state, out var worst))
        {
            _known[state] = worst = Worst(a, b);
        }

        return worst;
    }

    private Obstacle Worst(List<int> a, List<int> b)
    {
        var (worst, objecting) = (Obstacle.None, 0);
        foreach (var i in a)
        {
            foreach (var j in b)
            {
                var stance = _obstacles.Of(i, j);
                worst = (Obstacle)Math.Max((byte)worst, (byte)stance.Obstacle);
                objecting += stance.Obstacle is Obstacle.Guard or Obstacle.Contradiction ? 1 : 0;
            }
        }

        return worst is Obstacle.Reservation or Obstacle.Guard or Obstacle.Contradiction && Ballot.MayOutvote(objecting, a.Count * b.Count) ? Left(a, b) : worst;
    }

    private Obstacle Left(List<int> a, List<int> b)
    {
        var ballot = _ballot ??= new Ballot();
        ballot.Clear();
        foreach (var i in a)
        {
            foreach (var j in b)
            {
                ballot.Count(_obstacles.Of(i, j));
            }
        }

        return ballot.Left();
    }
}
