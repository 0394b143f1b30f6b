namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>Which positions are connected: each leads to the least it is connected with.</summary>
internal sealed class Roots
{
    private readonly int[] _above;

    public Roots(int count)
    {
        _above = new int[count];
        Clear();
    }

    public int Of(int i)
    {
        while (_above[i] != i)
        {
            _above[i] = _above[_above[i]];
            i = _above[i];
        }

        return i;
    }

    public void Connect(int a, int b)
    {
        (a, b) = (Of(a), Of(b));
        _above[Math.Max(a, b)] = Math.Min(a, b);
    }

    public void Clear()
    {
        for (var i = 0; i < _above.Length; i++)
        {
            _above[i] = i;
        }
    }
}
