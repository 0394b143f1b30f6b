namespace IntegrationHub.Host.Web.Views;

/// <summary>Why a pair scores what it scores, ready to draw: bits from the prior to the total.</summary>
/// <param name="Review">Weight from which a pair is shown to a steward, in bits.</param>
/// <param name="Link">Weight from which it is merged automatically, in bits.</param>
public sealed record EvidenceView(
    IReadOnlyList<EvidenceBar> Bars, IReadOnlyList<string> Vetoes, double Total, double Review, double Link, string Model);
