using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Wfs;

/// <summary>Any WFS 2.0 server that pages: GeoServer, MapServer, deegree, ArcGIS Server.</summary>
public sealed class WfsConnector : HttpConnector<WfsSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "wfs",
        Title = new LocalText("WFS 2.0 (SIG)", "WFS 2.0 (GIS)"),
        Version = "1.0",
        Families = ["gis"],
        Contracts = Contract.Source,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("WFS 2.0, en GML 3.2 ou GeoJSON", "WFS 2.0, as GML 3.2 or GeoJSON"),
            Reads = new LocalText("Objets géographiques et adresses ; les propriétaires seulement si la base légale est déclarée", "Features and addresses; owners only where the legal basis is declared"),
            Tested = new LocalText("Kit de conformité contre un serveur factice, et un MapServer réel derrière nginx", "Conformance kit against a fake server, and a real MapServer behind nginx"),
            NotTested = new LocalText("Les autres serveurs (GeoServer, QGIS Server…), un par un", "Other servers (GeoServer, QGIS Server…), one by one"),
        },
        Settings = typeof(WfsSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    /// <summary>The server's feature types for <c>typeName</c>.</summary>
    public override async ValueTask<IReadOnlyList<string>> ChoicesAsync(object settings, ConnectionContext context, string setting, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> choices = [];
        var failure = setting != "typeName" ? null : await Failures.CatchAsync(
            async () =>
            {
                var reply = await Link((WfsSettings)settings, context).GetAsync(WfsRequests.Capabilities((WfsSettings)settings), cancellationToken);
                using var xml = XmlReader.Create(new MemoryStream(reply.Body.ToArray()), WfsXml.Settings);
                choices = [.. XDocument.Load(xml).Descendants().Where(element => element.Name.LocalName == "FeatureType")
                    .Select(type => type.Elements().FirstOrDefault(element => element.Name.LocalName == "Name")?.Value).OfType<string>()];
            }, cancellationToken);
        return failure is null ? choices : [];
    }

    protected override async Task ProbeAsync(WfsSettings settings, HttpLink link, CancellationToken cancellationToken) =>
        _ = WfsAnswer.Read(await link.GetAsync(WfsRequests.Hits(settings), cancellationToken));

    protected override ISource Source(WfsSettings settings, HttpLink link, ConnectionContext context) => new WfsSource(settings, link, context);

    protected override Failure? Judge(HttpReply reply, Failure? usual) => WfsErrors.Judge(reply, usual);
}
