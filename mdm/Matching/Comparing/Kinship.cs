namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>What the chance that two records are two people of one household takes from their weight: log2(1 + 2^x), in thousandths of a bit.</summary>
/// <remarks>
/// Two records are one person, two of a household, or strangers. A shared address says little between the first two. The weight is
/// log2 of one person against both others: the usual sum of log2(m/u), less this for x = kinship + sum of log2(kin/u).
/// </remarks>
internal static class Kinship
{
    /// <summary>From here on the odds are so great that the lesser of the two counts for nothing.</summary>
    private const int Limit = 12_000;

    /// <summary>log2(1 + 2^−x): half the curve, for the other is this and x; small enough to stay in a first cache.</summary>
    private static readonly ushort[] Table = [.. Enumerable.Range(0, Limit + 1).Select(x => (ushort)Math.Round(1000 * Math.Log2(1 + Math.Pow(2, x / -1000.0))))];

    public static int Cost(int x) => Math.Max(x, 0) + Table[Math.Min(Math.Abs(x), Limit)];
}
