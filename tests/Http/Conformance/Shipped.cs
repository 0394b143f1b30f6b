using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Tests.Http.Conformance;

/// <summary>The systems that are described in YAML alone, as they ship.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Systems");

    /// <summary>The settings of a shipped document, towards a fake and with small pages; everything else as written.</summary>
    public static DeclarativeSettings At(string name, Uri address, int size)
    {
        var path = Path.Combine(Folder, name + ".yaml");
        var document = ConnectionDocument.Read(YamlDocument.Parse(File.ReadAllText(path), path));
        var settings = (DeclarativeSettings)document.BindSettings(new HttpDocumentConnector().Manifest);
        return settings with { Url = BaseAddress.Of(address), Paging = settings.Paging with { Size = size }, Rate = null };
    }

    public static DeclarativeSettings LookingBack(DeclarativeSettings settings, int days) => settings with { Cursor = settings.Cursor! with { LookBack = TimeSpan.FromDays(days) } };
}
