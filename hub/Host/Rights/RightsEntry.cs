namespace IntegrationHub.Host.Rights;

/// <summary>One line of the register of requests (RGPD articles 5(2) and 12): ids, codes and references, never a value of the person.</summary>
/// <param name="Outcome"><c>asked</c> until carried out, then <c>done</c> or why it was refused.</param>
public sealed record RightsEntry(string Id, DateTimeOffset At, string By, string Golden, RightsAction Action, string Reason, string Proof, string Outcome);
