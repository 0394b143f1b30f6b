namespace IntegrationHub.Connectors.Files.Settings;

/// <summary>Settings of the <c>jsonl</c> connector: one JSON object a line, UTF-8; a key is a path such as <c>person.id</c>.</summary>
public sealed record JsonLinesSettings : FileSettings;
