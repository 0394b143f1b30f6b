namespace IntegrationHub.Host.Linkage;

/// <summary>What the truth says of linking every candidate from a weight on.</summary>
/// <param name="Weight">Thousandths of a bit.</param>
public sealed record MeasuredPoint(int Weight, double Precision, double Recall);
