using IntegrationHub.Host.Rights;

namespace IntegrationHub.Host.Web.Views;

/// <summary>The confirmation of one order: what it does, its reason, its proof.</summary>
/// <param name="Problem">What of the last sending could not be used: reason, proof, date, place, confirm or state.</param>
public sealed record RightsFormView(string Id, string? Name, RightsAction Action, string? Problem);
