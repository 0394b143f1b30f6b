namespace IntegrationHub.Mdm.Matching;

/// <summary>Why two records score what they score: a waterfall from the prior to the total.</summary>
/// <param name="ModelVersion">The model that says so.</param>
/// <param name="Prior">Thousandths of a bit.</param>
/// <param name="Lines">One per comparison, in the model's order.</param>
/// <param name="Vetoes">Codes of the vetoes that hold the pair at review.</param>
/// <param name="Weight">Sum of prior and lines.</param>
public sealed record Evidence(string ModelVersion, int Prior, IReadOnlyList<EvidenceLine> Lines, IReadOnlyList<string> Vetoes, int Weight);
