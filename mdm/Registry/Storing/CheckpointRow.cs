namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>Where a connection stands, committed with the page it ends.</summary>
public sealed record CheckpointRow(string Connection, string Value, DateTimeOffset At);
