namespace IntegrationHub.Connectors.Abstractions;

/// <summary>What is asked about a record: only the attributes the connection's mapping names.</summary>
/// <param name="Key">The golden record's id.</param>
/// <param name="Body">JSON in the answering system's words.</param>
public sealed record EnrichmentQuestion(string Key, ReadOnlyMemory<byte> Body);
