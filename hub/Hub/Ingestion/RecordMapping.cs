using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>A compiled mapping as the pipeline needs it: pure, from any thread.</summary>
/// <param name="connection">Name of the connection, for the record's key.</param>
/// <param name="record">What the source says.</param>
/// <param name="received">When it reached the hub; the only clock a mapping knows.</param>
public delegate MappedRecord RecordMapping(string connection, SourceRecord record, DateTimeOffset received);
