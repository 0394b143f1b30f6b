namespace IntegrationHub.Connectors.Sandbox.Systems.Ged;

/// <summary>An entry of the change log. Its place in the log is its token.</summary>
/// <param name="Type"><c>created</c>, <c>updated</c> or <c>deleted</c>.</param>
internal sealed record GedEvent(string Type, string Key, DateTimeOffset At);
