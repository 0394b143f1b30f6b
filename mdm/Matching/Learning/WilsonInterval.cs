namespace IntegrationHub.Mdm.Matching.Learning;

/// <summary>A share measured on a sample, with the range it lies in with 95 % confidence.</summary>
/// <remarks>E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927): right for small samples and for shares near 0 and 1 too.</remarks>
/// <param name="Share">As counted; 0 for an empty sample.</param>
/// <param name="Low">0 for an empty sample.</param>
/// <param name="High">1 for an empty sample.</param>
/// <param name="Count">Size of the sample.</param>
public sealed record WilsonInterval(double Share, double Low, double High, int Count)
{
    private const double Z = 1.959963984540054;

    public static WilsonInterval Of(int successes, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, count);
        if (count == 0)
        {
            return new WilsonInterval(0, 0, 1, 0);
        }

        var share = (double)successes / count;
        var spread = Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * count))) / count);
        var (centre, scale) = (share + (Z * Z / (2 * count)), 1 + (Z * Z / count));

        // At its ends the interval reaches 0 or 1, which the sums above miss by their last bit.
        return new WilsonInterval(share, successes == 0 ? 0 : (centre - spread) / scale, successes == count ? 1 : (centre + spread) / scale, count);
    }

    public bool Contains(double share) => share >= Low && share <= High;
}
