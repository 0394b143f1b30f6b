using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.JsonLines;

/// <summary>JSON lines files.</summary>
public sealed class JsonLinesConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("jsonl", new LocalText("Fichiers JSON (un objet par ligne)", "JSON lines files"), typeof(JsonLinesSettings));

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new JsonLinesFormat((JsonLinesSettings)settings, context.Forbidden);
}
