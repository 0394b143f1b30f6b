namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>How fields are told apart, in the parser's letters.</summary>
internal sealed record CsvDialect(string Delimiter, char Quote);
