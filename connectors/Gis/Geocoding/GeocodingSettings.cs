using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Gis.Geocoding;

/// <summary>A geocoder over the Base Adresse Nationale. The base address: <c>https://data.geopf.fr/geocodage/</c>, or a server of one's own. Give it a rate of 40/s.</summary>
public sealed record GeocodingSettings : HttpSettings
{
    [Setting("Score à partir duquel une adresse au numéro est admise, en centièmes", "Score from which an address with its number is accepted, in hundredths", Minimum = 1, Maximum = 100)]
    public int Accept { get; init; } = 80;

    [Setting("Score à partir duquel elle est à vérifier, en centièmes", "Score from which it is to be reviewed, in hundredths", Minimum = 1, Maximum = 100)]
    public int Review { get; init; } = 50;

    [Setting("Adresses demandées ensemble, par fichier CSV ; 1 pour un serveur qui n’en prend pas", "Addresses asked together, by CSV file; 1 for a server that takes none", Minimum = 1, Maximum = 5000)]
    public int Together { get; init; } = 200;
}
