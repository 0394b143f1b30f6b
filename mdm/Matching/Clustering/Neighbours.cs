namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>The pairs of each member, heaviest first, by their place among all pairs.</summary>
internal sealed class Neighbours
{
    private readonly int[] _starts;
    private readonly int[] _places;

    /// <param name="component">Its links already sorted.</param>
    public Neighbours(Component component)
    {
        _starts = new int[component.Members.Length + 1];
        foreach (ref readonly var link in component.Links.AsSpan())
        {
            _starts[link.A + 1]++;
            _starts[link.B + 1]++;
        }

        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        Links = component.Links;
        _places = new int[Links.Length * 2];
        var next = _starts[..^1];
        for (var i = 0; i < Links.Length; i++)
        {
            _places[next[Links[i].A]++] = i;
            _places[next[Links[i].B]++] = i;
        }
    }

    /// <summary>All pairs of the component.</summary>
    public Link[] Links { get; }

    public ReadOnlySpan<int> Of(int member) => _places.AsSpan(_starts[member], _starts[member + 1] - _starts[member]);
}
