namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Observed pairs, those that look the same counted together, in an order that depends on nothing but them.</summary>
internal sealed class PairGroups
{
    /// <summary>Frequency adjustments closer than this count as one, thousandths of a bit.</summary>
    private const int Grain = 100;

    public PairGroups(IEnumerable<(ulong Pattern, int Frequency)> pairs)
    {
        var counts = new Dictionary<(ulong, int), int>();
        foreach (var (pattern, frequency) in pairs)
        {
            var rounded = (int)Math.Round((double)frequency / Grain) * Grain;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (pattern, rounded), out _)++;
        }

        var sorted = counts.OrderBy(c => c.Key).ToList();
        Patterns = [.. sorted.Select(c => c.Key.Item1)];
        Frequencies = [.. sorted.Select(c => c.Key.Item2)];
        Counts = [.. sorted.Select(c => c.Value)];
    }

    public ulong[] Patterns { get; }

    /// <summary>Thousandths of a bit.</summary>
    public int[] Frequencies { get; }

    public int[] Counts { get; }

    public int Length => Patterns.Length;
}
