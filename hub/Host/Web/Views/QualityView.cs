using IntegrationHub.Mdm.Matching.Learning;

namespace IntegrationHub.Host.Web.Views;

/// <summary>How good the match model is by what stewards judged.</summary>
/// <param name="Next">First audit without an answer.</param>
/// <param name="Drawn">How many audits were just drawn.</param>
public sealed record QualityView(MeasuredQuality Measured, int Labels, int OpenAudits, string? Next, int? Drawn);
