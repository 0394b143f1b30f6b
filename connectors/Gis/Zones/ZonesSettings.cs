using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Gis.Zones;

/// <summary>The divisions a point is looked up in.</summary>
public sealed record ZonesSettings : ICheckedSettings
{
    [Setting("Divisions", "Divisions")]
    public required IReadOnlyList<ZoneSetSettings> Sets { get; init; }

    [Setting("Heures avant de relire les zones", "Hours before the zones are read again", Minimum = 1, Maximum = 8760)]
    public int RefreshHours { get; init; } = 24;

    public IEnumerable<SettingProblem> Check()
    {
        if (Sets.Count == 0 || Sets.Select(set => set.Name).Distinct(StringComparer.Ordinal).Count() != Sets.Count)
        {
            yield return new SettingProblem("sets", "There is at least one division, and each has a name of its own.");
        }

        if (Sets.Any(set => set.Places != 1))
        {
            yield return new SettingProblem("sets", "A division's polygons come from exactly one of: file, ogc, wfs, arcgis.");
        }
    }
}
