using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Ogc;

/// <summary>Any server of OGC API Features, Part 1.</summary>
public sealed class OgcFeaturesConnector : HttpConnector<OgcFeaturesSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "ogc-features",
        Title = new LocalText("OGC API Features (SIG)", "OGC API Features (GIS)"),
        Version = "1.0",
        Families = ["gis"],
        Contracts = Contract.Source,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("OGC API Features, partie 1", "OGC API Features, Part 1"),
            Reads = new LocalText("Objets géographiques et adresses ; les propriétaires seulement si la base légale est déclarée", "Features and addresses; owners only where the legal basis is declared"),
            Tested = new LocalText("Kit de conformité contre un serveur factice, et un MapServer réel derrière nginx", "Conformance kit against a fake server, and a real MapServer behind nginx"),
            NotTested = new LocalText("Les autres serveurs (GeoServer, QGIS Server…), un par un", "Other servers (GeoServer, QGIS Server…), one by one"),
        },
        Settings = typeof(OgcFeaturesSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    /// <summary>The server's collections for <c>collection</c>.</summary>
    public override async ValueTask<IReadOnlyList<string>> ChoicesAsync(object settings, ConnectionContext context, string setting, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> choices = [];
        var failure = setting != "collection" ? null : await Failures.CatchAsync(
            async () =>
            {
                var features = (OgcFeaturesSettings)settings;
                using var json = await Link(features, context).Api<IOgcFeaturesApi>().CollectionsAsync(Format(features), cancellationToken);
                choices = [.. json.RootElement.GetProperty("collections").EnumerateArray().Select(collection => collection.GetProperty("id").GetString()!)];
            }, cancellationToken);
        return failure is null ? choices : [];
    }

    protected override async Task ProbeAsync(OgcFeaturesSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = await link.Api<IOgcFeaturesApi>().CollectionAsync(settings.Collection, Format(settings), cancellationToken);
        _ = json.RootElement.GetProperty("id");
    }

    protected override ISource Source(OgcFeaturesSettings settings, HttpLink link, ConnectionContext context) => new OgcFeaturesSource(settings, link.Api<IOgcFeaturesApi>(), context);

    private static string? Format(OgcFeaturesSettings settings) => settings.Parameters.GetValueOrDefault("f");
}
