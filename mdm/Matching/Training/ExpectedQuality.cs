namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>What the model expects of itself if every candidate from a weight on were linked.</summary>
/// <param name="Weight">Thousandths of a bit.</param>
/// <param name="Precision">Share of those pairs that are one person.</param>
/// <param name="Recall">Share of all candidates of one person that are among them.</param>
/// <param name="Pairs">Pairs of this weight expected in the whole file.</param>
/// <param name="Matches">Those of them expected to be one person.</param>
public sealed record ExpectedQuality(int Weight, double Precision, double Recall, double Pairs, double Matches)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
