using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>How a run ended: its last line in the journal, and the failure whose kind decides what comes next; null when everything was read.</summary>
/// <param name="UnreadAttributes">Attributes that could not be read in records that were taken in without them.</param>
public sealed record RunEnd(RunRow Row, Failure? Failure, long UnreadAttributes = 0);
