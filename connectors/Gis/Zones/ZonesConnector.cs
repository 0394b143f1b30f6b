using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;

namespace IntegrationHub.Connectors.Gis.Zones;

/// <summary>District, school sector and the like of a point, from the town's own polygons.</summary>
public sealed class ZonesConnector : Connector
{
    private readonly ZoneLoader loader = new();
    private readonly ConditionalWeakTable<ZonesSettings, ZonesInMemory> kept = [];

    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "zones",
        Title = new LocalText("Zones d’une adresse (SIG)", "Zones of an address (GIS)"),
        Version = "1.0",
        Families = ["gis"],
        Contracts = Contract.Enricher,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("GeoJSON (RFC 7946), OGC API Features, WFS 2.0, ArcGIS FeatureServer, en WGS 84", "GeoJSON (RFC 7946), OGC API Features, WFS 2.0, ArcGIS FeatureServer, in WGS 84"),
            Reads = new LocalText("Réponse à une question de lieu : quartier, secteur scolaire… où se trouve un point", "The answer to a question about a place: the district, school sector… a point lies in"),
            Tested = new LocalText("Kit d’enrichissement, fichiers et couches de serveurs factices, points sur les limites", "Enricher kit, files and layers of fake servers, points on borders"),
            NotTested = new LocalText("Le découpage d’une commune réelle ; les arcs en GML", "The districts of a real commune; curves in GML"),
        },
        Settings = typeof(ZonesSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    /// <summary>Reads every division whole, as the first question does: whatever is wrong with one is told at the first depth.</summary>
    public override async IAsyncEnumerable<CheckResult> CheckAsync(object settings, ConnectionContext context, CheckDepth upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var failure = await Failures.CatchAsync(() => Zones((ZonesSettings)settings).GetAsync(context, cancellationToken), cancellationToken);
        foreach (var depth in Manifest.Checks.Where(depth => depth <= upTo))
        {
            yield return new CheckResult(depth, failure);
            if (failure is not null)
            {
                yield break;
            }
        }
    }

    protected override IEnricher CreateEnricher(object settings, ConnectionContext context) => new ZonesEnricher(Zones((ZonesSettings)settings), context);

    private ZonesInMemory Zones(ZonesSettings settings) => kept.GetValue(settings, key => new ZonesInMemory(loader, key));
}
