namespace IntegrationHub.Mdm.Matching.Activation;

/// <summary>Draws records by hashes of their keys: the same ones whatever the order they came in.</summary>
internal static class LowestHashes
{
    /// <summary>Those of the lowest hashes, lowest first; of equal ones those of the first keys.</summary>
    /// <param name="wanted">How many, or all where there are fewer.</param>
    /// <param name="hashes">By record.</param>
    /// <param name="key">A record's key.</param>
    public static int[] Draw(int wanted, ulong[] hashes, Func<int, MatchKey> key)
    {
        // Twice as many as wanted lie below this bound, so that few need sorting; should they be too few after all, it says nothing.
        var bound = hashes.Length <= 2 * wanted ? ulong.MaxValue : ulong.MaxValue / (ulong)hashes.Length * (2 * (ulong)wanted);
        var low = Enumerable.Range(0, hashes.Length).Where(i => hashes[i] <= bound).ToArray();
        low = low.Length < wanted ? [.. Enumerable.Range(0, hashes.Length)] : low;
        return [.. low.OrderBy(i => hashes[i]).ThenBy(key).Take(wanted)];
    }
}
