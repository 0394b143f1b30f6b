namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>How one record of a run ended.</summary>
public sealed record RecordOutcome(string Key, OutcomeKind Kind);
