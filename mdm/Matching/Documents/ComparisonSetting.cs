using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>A comparator with the weights of one model.</summary>
/// <param name="Weights">log2(m/u) by level, thousandths of a bit.</param>
/// <param name="KinWeights">log2(kin/u) by level, thousandths of a bit.</param>
/// <param name="Factors">Share of the frequency adjustment each level takes, thousandths.</param>
/// <param name="Shares">m, u and kin by level, as the document gives them.</param>
internal sealed record ComparisonSetting(Comparator Comparator, int[] Weights, int[] KinWeights, int[] Factors, LevelShares[] Shares);
