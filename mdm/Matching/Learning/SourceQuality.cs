namespace IntegrationHub.Mdm.Matching.Learning;

/// <summary>What stewards said of pairs between two sources.</summary>
/// <param name="SourceA">The smaller name.</param>
/// <param name="SourceB">The other, or the same.</param>
/// <param name="Same">Share they took for one person.</param>
/// <param name="Expected">Share the model expects of the same pairs.</param>
public sealed record SourceQuality(string SourceA, string SourceB, WilsonInterval Same, double Expected)
{
    /// <summary>The model is wrong about these two sources: one of them writes otherwise than those it learned from.</summary>
    public bool Drifts => Same.Count > 0 && !Same.Contains(Expected);
}
