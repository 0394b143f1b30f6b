namespace IntegrationHub.Host.Web.Views;

/// <summary>One comparison of the waterfall: what it is, the level reached in words, and the bits it adds or takes.</summary>
/// <param name="Start">Where the bar begins, in percent of the drawing's width.</param>
/// <param name="Width">Its width in percent.</param>
public sealed record EvidenceBar(string Comparison, string Level, double Bits, double FrequencyBits, double Start, double Width);
