namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Writes one already mapped record to a foreign system and says how it ended.</summary>
/// <remarks>
/// MUST be idempotent: the same record written twice is one change there, also when the first answer was lost after the foreign system
/// committed; MUST ignore a version older than the one it wrote last where the system can tell; MUST NOT throw for what that system does wrong.
/// </remarks>
public interface ISink
{
    ValueTask<SinkOutcome> WriteAsync(OutgoingRecord record, CancellationToken cancellationToken);
}
