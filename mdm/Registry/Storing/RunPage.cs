namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>What one page of a run did, record by record, committed with the page.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Connection">Its connection.</param>
/// <param name="Page">The run's page, from 1.</param>
/// <param name="Outcomes">One per record, in page order.</param>
public sealed record RunPage(string RunId, string Connection, int Page, IReadOnlyList<RecordOutcome> Outcomes);
