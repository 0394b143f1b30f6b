namespace IntegrationHub.Connectors.Abstractions;

/// <summary>A piece of input that could not become a record: kept, shown and replayable. It expires, because its forbidden fields cannot be removed.</summary>
/// <param name="Position">Where it stands: <c>people.csv:17</c>.</param>
/// <param name="Code">Stable code of what is wrong: <c>csv.quote-never-closed</c>.</param>
/// <param name="Raw">The bytes as read, cut to the connection's limit.</param>
public sealed record RejectedRecord(string Position, string Code, ReadOnlyMemory<byte> Raw);
