using System.Globalization;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Learned shares as a document can hold them: six significant digits, and still summing to 1.</summary>
internal static class Rounding
{
    public static ComparisonSetting Of(ComparisonSetting comparison, LevelShares[] learned)
    {
        var m = Round([.. learned.Select(l => l.M)]);
        var u = Round([.. learned.Select(l => l.U)]);
        var kin = Round([.. learned.Select(l => l.Kin)]);
        return comparison with { Shares = [.. learned.Select((_, i) => new LevelShares(m[i], u[i], kin[i]))] };
    }

    private static double[] Round(double[] shares)
    {
        var rounded = shares.Select(s => double.Parse(Math.Max(s, 1e-9).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToArray();
        var largest = Array.IndexOf(rounded, rounded.Max());
        rounded[largest] = double.Parse((rounded[largest] + 1 - rounded.Sum()).ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded;
    }
}
