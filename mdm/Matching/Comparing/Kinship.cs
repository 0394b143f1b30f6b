namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>What the chance that two records are two people of one household takes from their weight: log2(1 + 2^x), in thousandths of a bit.</summary>
/// <remarks>
/// Two records are one person, two of a household, or strangers. A shared address says little between the first two. The weight is
/// log2 of one person against both others: the usual sum of log2(m/u), less this for x = kinship + sum of log2(kin/u).
/// </remarks>
internal static class Kinship
{
    private const int Limit = 14_000;

    private static readonly int[] Table = [.. Enumerable.Range(-Limit, 2 * Limit + 1).Select(x => (int)Math.Round(1000 * Math.Log2(1 + Math.Pow(2, x / 1000.0))))];

    public static int Cost(int x) => x < -Limit ? 0 : x > Limit ? x : Table[x + Limit];
}
