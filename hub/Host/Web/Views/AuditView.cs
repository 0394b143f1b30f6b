using IntegrationHub.Host.Quality;

namespace IntegrationHub.Host.Web.Views;

/// <summary>A link drawn at random, on the steward's desk.</summary>
/// <param name="Audit">The audit.</param>
/// <param name="Pair">Both records and the evidence, as on the desk of doubts.</param>
/// <param name="Waiting">Audits without an answer.</param>
/// <param name="Whole">Both records stand.</param>
/// <param name="Problem">Resource key of what went wrong with the last press; null when nothing did.</param>
public sealed record AuditView(LinkAudit Audit, TaskView Pair, int Waiting, bool Whole, string? Problem);
