namespace IntegrationHub.Connectors.Abstractions.Documents;

/// <summary>A named value of a map.</summary>
/// <param name="At">Where the name stands.</param>
public sealed record DocumentEntry(string Name, DocumentNode Value, DocumentPosition At);
