namespace IntegrationHub.Mdm.Matching.Learning;

/// <summary>What labels say of a model.</summary>
/// <param name="Links">Precision of automatic links, from random audits alone.</param>
/// <param name="Held">Share of one person among those asked about for another reason than their weight; they count in nothing below.</param>
/// <param name="Bands">By weight, heaviest first.</param>
/// <param name="Sources">By pair of sources, most labels first.</param>
/// <param name="SuggestedLink">Lowest weight from which labels vouch for the precision asked; null where they are too few or too bad for any.</param>
/// <param name="SuggestedReview">Lowest weight from which asking is worth while; null where labels are too few.</param>
public sealed record MeasuredQuality(
    WilsonInterval Links, WilsonInterval Held, IReadOnlyList<WeightBand> Bands, IReadOnlyList<SourceQuality> Sources, int? SuggestedLink, int? SuggestedReview);
