using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.JsonLines;

namespace IntegrationHub.Host.Catalogues;

/// <summary>The connectors that read a file named on the command line. They stand apart from the catalogue, so that a one-shot need not carry every connector.</summary>
public static class FileConnectors
{
    /// <summary>The connector that reads a file with this name.</summary>
    public static Connector For(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".jsonl" or ".ndjson" or ".json" ? new JsonLinesConnector() : new CsvConnector();
}
