namespace IntegrationHub.Connectors.Abstractions;

/// <summary>A field that could not be written as it is; the rest of the record was. Never a value.</summary>
/// <param name="Field">The field, in the foreign system's words.</param>
/// <param name="Code">Stable code: <c>length.cut</c>.</param>
public sealed record SinkIssue(string Field, string Code);
