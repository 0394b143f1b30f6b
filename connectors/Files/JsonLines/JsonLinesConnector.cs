using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.JsonLines;

/// <summary>JSON lines files.</summary>
public sealed class JsonLinesConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("jsonl", new LocalText("Fichiers JSON (un objet par ligne)", "JSON lines files"), typeof(JsonLinesSettings)) with
    {
        About = new ConnectorAbout
        {
            Speaks = new LocalText("JSON, un objet par ligne", "JSON, one object a line"),
            Reads = new LocalText("Lignes d’un fichier ou d’un dossier surveillé", "Lines of a file or a watched folder"),
            Tested = new LocalText("Kit de conformité, fichiers quelconques engendrés", "Conformance kit, generated arbitrary files"),
            NotTested = new LocalText("Exports réels des éditeurs", "Real exports of vendors"),
        },
    };

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new JsonLinesFormat((JsonLinesSettings)settings, context.Forbidden);
}
