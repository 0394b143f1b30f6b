namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>Wait this long, this many times.</summary>
public sealed record RetryStep(TimeSpan Delay, int Times);
