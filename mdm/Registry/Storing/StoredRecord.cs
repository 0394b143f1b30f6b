namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A record as stored, with its live parts.</summary>
public sealed record StoredRecord(RecordRow Record, IReadOnlyList<PartRow> Parts);
