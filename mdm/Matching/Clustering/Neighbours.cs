namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>The pairs of each member, heaviest first.</summary>
internal sealed class Neighbours
{
    private readonly int[] _starts;
    private readonly Link[] _links;

    /// <param name="component">Its links already sorted.</param>
    public Neighbours(Component component)
    {
        _starts = new int[component.Members.Length + 1];
        foreach (var link in component.Links)
        {
            _starts[link.A + 1]++;
            _starts[link.B + 1]++;
        }

        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        _links = new Link[component.Links.Length * 2];
        var next = _starts[..^1];
        foreach (var link in component.Links)
        {
            _links[next[link.A]++] = link;
            _links[next[link.B]++] = link;
        }
    }

    public ReadOnlySpan<Link> Of(int member) => _links.AsSpan(_starts[member], _starts[member + 1] - _starts[member]);
}
