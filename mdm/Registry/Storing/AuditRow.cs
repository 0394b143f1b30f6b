namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>One line of the access log (RGPD articles 5 and 30): who, whom, what, why. Ids only.</summary>
/// <param name="Actor">Account or key id.</param>
/// <param name="Action">search, view, history, sources, match, decide, undo, restrict, erase…; with a connection's name after it where it is about one: preview NAME, approve NAME.</param>
/// <param name="Golden">The person's golden id in text; null when the action is about nobody.</param>
/// <param name="Purpose">The purpose the key or role states.</param>
public sealed record AuditRow(DateTimeOffset At, string Actor, string Action, string? Golden, string Purpose, string LegalBasis);
