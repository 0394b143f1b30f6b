namespace IntegrationHub.Mdm.Matching;

/// <summary>Precision, recall and their harmonic mean, each from 0 to 1; 1 where there is nothing to find or nothing was claimed.</summary>
public readonly record struct PairScores(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    internal static PairScores Of(long right, long claimed, long existing) =>
        new(claimed == 0 ? 1 : (double)right / claimed, existing == 0 ? 1 : (double)right / existing);
}
