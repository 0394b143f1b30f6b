namespace IntegrationHub.Mdm.Matching.Learning;

/// <summary>What stewards said of pairs of one range of weights.</summary>
/// <param name="From">Thousandths of a bit; the band reaches to the next.</param>
/// <param name="Same">Share they took for one person.</param>
/// <param name="Expected">Share the model expects: the mean of its own odds.</param>
public sealed record WeightBand(int From, WilsonInterval Same, double Expected)
{
    /// <summary>The model's own odds lie outside what the stewards' answers allow.</summary>
    public bool Drifts => Same.Count > 0 && !Same.Contains(Expected);
}
