namespace IntegrationHub.Connectors.Sandbox.Faults;

/// <summary>A fault to be met.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Skip">So many requests pass before it.</param>
/// <param name="Times">Requests that meet it; null for all that follow.</param>
/// <param name="Path">Only requests whose path holds this text; null for all.</param>
public sealed record Fault(FaultKind Kind, int Skip = 0, int? Times = null, string? Path = null);
