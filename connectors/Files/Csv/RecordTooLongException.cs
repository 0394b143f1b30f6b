namespace IntegrationHub.Connectors.Files.Csv;

/// <summary>The parser asks for more than one record may hold. Never leaves this folder.</summary>
internal sealed class RecordTooLongException : Exception;
