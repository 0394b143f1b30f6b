using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Gis.ArcGis;
using IntegrationHub.Connectors.Gis.Ogc;
using IntegrationHub.Connectors.Gis.Wfs;

namespace IntegrationHub.Connectors.Gis.Zones;

/// <summary>One division of the town: districts, school sectors. Its polygons come from exactly one place, in WGS 84.</summary>
public sealed record ZoneSetSettings
{
    [Setting("Nom de la division : secteur-scolaire", "Name of the division: school-sector")]
    public required string Name { get; init; }

    [Setting("Champs rendus avec la zone", "Properties given with the zone")]
    public required IReadOnlyList<string> Properties { get; init; }

    [Setting("Fichier GeoJSON", "GeoJSON file")]
    public string? File { get; init; }

    [Setting("Collection OGC API Features", "OGC API Features collection")]
    public OgcFeaturesSettings? Ogc { get; init; }

    [Setting("Type d’objets WFS", "WFS feature type")]
    public WfsSettings? Wfs { get; init; }

    [Setting("Couche ArcGIS", "ArcGIS layer")]
    public ArcGisSettings? Arcgis { get; init; }

    internal int Places => new object?[] { File, Ogc, Wfs, Arcgis }.Count(place => place is not null);
}
