using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.ArcGis;

/// <summary>A feature service of ArcGIS Online, Enterprise or Server.</summary>
public sealed class ArcGisConnector : HttpConnector<ArcGisSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "arcgis",
        Title = new LocalText("ArcGIS FeatureServer (SIG)", "ArcGIS FeatureServer (GIS)"),
        Version = "1.0",
        Families = ["gis"],
        Contracts = Contract.Source,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Service d’entités ArcGIS (Online, Enterprise, Server)", "ArcGIS feature service (Online, Enterprise, Server)"),
            Reads = new LocalText("Objets géographiques et adresses ; les propriétaires seulement si la base légale est déclarée", "Features and addresses; owners only where the legal basis is declared"),
            Tested = new LocalText("Kit de conformité contre un serveur factice", "Conformance kit against a fake server"),
            NotTested = new LocalText("Aucun serveur ArcGIS réel : il faut une licence", "No real ArcGIS server: it takes a licence"),
        },
        Settings = typeof(ArcGisSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(ArcGisSettings settings, HttpLink link, CancellationToken cancellationToken) =>
        _ = await ArcGisSource.LayerAsync(settings, link.Api<IArcGisApi>(), cancellationToken);

    protected override ISource Source(ArcGisSettings settings, HttpLink link, ConnectionContext context) => new ArcGisSource(settings, link.Api<IArcGisApi>(), context);

    protected override HttpRules Rules(ArcGisSettings settings, ConnectionContext context) => (reply, usual) => ArcGisErrors.Judge(reply, usual, context.Time.GetUtcNow());

    protected override Authenticator? SignIn(ArcGisSettings settings, HttpLink bare, TimeProvider time) =>
        settings.Account is { } account ? new ArcGisTokens(account, bare.Api<IArcGisApi>(), time) : base.SignIn(settings, bare, time);
}
