namespace IntegrationHub.Connectors.Abstractions;

/// <summary>A source's ordering of one record's versions, independent of arrival: a date as ticks, a sequence, a file's number; then a text.</summary>
public readonly record struct RecordVersion(long Number, string Text = "");
