namespace IntegrationHub.Hub.Subscriptions;

/// <summary>The connection whose system a subscription writes to, and the mapping that puts a person in that system's words.</summary>
/// <param name="Connection">Name of a connection whose connector can write.</param>
/// <param name="Mapping">Name of a mapping document with an <c>outgoing:</c> part; null for the connection's own.</param>
public sealed record SinkTarget(string Connection, string? Mapping);
