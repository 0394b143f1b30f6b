using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Geocoding;

/// <summary>Géoplateforme, or a server of one's own with the same interface (addok).</summary>
public sealed class GeocodingConnector : HttpConnector<GeocodingSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "geoplateforme",
        Title = new LocalText("Géoplateforme, géocodage (BAN)", "Géoplateforme, geocoding (BAN)"),
        Version = "1.0",
        Families = ["gis"],
        Contracts = Contract.Enricher,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Géoplateforme, géocodage (BAN)", "Géoplateforme, geocoding (BAN)"),
            Reads = new LocalText("Réponse à une question d’adresse : adresse normalisée, identifiant BAN, coordonnées ; plusieurs adresses ensemble par fichier CSV", "The answer to a question about an address: normalised address, BAN id, coordinates; many addresses together by CSV file"),
            Tested = new LocalText("Kit d’enrichissement contre un service factice, limite de 50 requêtes par seconde comprise", "Enricher kit against a fake service, its limit of 50 requests a second included"),
            NotTested = new LocalText("Service réel : les tests n’appellent rien sur Internet", "The real service: tests call nothing on the Internet"),
        },
        Settings = typeof(GeocodingSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate],
    };

    protected override async Task ProbeAsync(GeocodingSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = await link.Api<IGeocodingApi>().SearchAsync("place de la mairie", postcode: null, citycode: null, cancellationToken);
        _ = json.RootElement.GetProperty("features");
    }

    protected override IEnricher Enricher(GeocodingSettings settings, HttpLink link, ConnectionContext context) => new GeocodingEnricher(settings, link.Api<IGeocodingApi>(), context.Time);
}
