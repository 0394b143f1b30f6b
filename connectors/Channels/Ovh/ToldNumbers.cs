namespace IntegrationHub.Connectors.Channels.Ovh;

/// <summary>What was told so far of a list that bears numbers only: all numbers up to a floor, and the last ones by name, because a lower number may show up late.</summary>
internal sealed record ToldNumbers
{
    private const int Kept = 500;

    public long Floor { get; init; }

    /// <summary>Ascending.</summary>
    public IReadOnlyList<long> Recent { get; init; } = [];

    /// <summary>Those not told yet, ascending.</summary>
    public IReadOnlyList<long> New(IEnumerable<long> ids)
    {
        var known = Recent.ToHashSet();
        return [.. ids.Where(id => id > Floor && !known.Contains(id)).Distinct().Order()];
    }

    public ToldNumbers Add(IEnumerable<long> ids)
    {
        List<long> all = [.. Recent.Concat(ids).Order()];
        var over = Math.Max(0, all.Count - Kept);
        return new ToldNumbers { Floor = over > 0 ? all[over - 1] : Floor, Recent = all[over..] };
    }
}
