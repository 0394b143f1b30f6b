using IntegrationHub.Host.Rights;

namespace IntegrationHub.Host.Web.Views;

/// <summary>The register of requests.</summary>
/// <param name="Problem">True after an id was typed that is none.</param>
public sealed record RegisterView(IReadOnlyList<RightsEntry> Requests, bool Problem);
