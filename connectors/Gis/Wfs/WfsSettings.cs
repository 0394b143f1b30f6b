using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Gis.Features;

namespace IntegrationHub.Connectors.Gis.Wfs;

/// <summary>A feature type of a WFS 2.0 server.</summary>
public sealed record WfsSettings : FeatureSettings
{
    [Setting("Chemin du service sous l’adresse de base : wfs, ows, cgi-bin/mapserv", "The service's path below the base address: wfs, ows, cgi-bin/mapserv")]
    public string Path { get; init; } = "wfs";

    [Setting("Type d’objets : espace:couche", "Feature type: workspace:layer")]
    public required string TypeName { get; init; }

    [Setting("Format demandé, tel que le serveur le nomme (application/json, geojson) ; sans lui, GML", "Format asked for, as the server names it (application/json, geojson); without it, GML")]
    public string? OutputFormat { get; init; }

    [Setting("Champ unique du tri ; par défaut celui de la clé. Sans tri, une page peut répéter ou sauter des objets", "Unique property to sort by; the key's by default. Without it pages may repeat or skip features")]
    public string? SortBy { get; init; }

    [Setting("Système de coordonnées demandé (srsName)", "Coordinate system asked for (srsName)")]
    public string? SrsName { get; init; }

    /// <summary>What pages are sorted by.</summary>
    internal string? Sort => SortBy ?? Key;
}
