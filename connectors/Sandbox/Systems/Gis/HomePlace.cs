using IntegrationHub.Connectors.Sandbox.Town.Population;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>Where a home stands, made up from its address alone: every GIS fake says the same.</summary>
/// <param name="Number">A number of the street, below 100 000.</param>
internal readonly record struct HomePlace(int Number)
{
    /// <summary>Degrees, from −0.6 to −0.5.</summary>
    public double Longitude => -0.6 + (Number / 1_000_000.0);

    /// <summary>Degrees, from 47.4 to 47.5.</summary>
    public double Latitude => 47.4 + (Number % 1000 / 10_000.0);

    public static HomePlace Of(Home home)
    {
        var place = Math.Abs(StringComparer.Ordinal.Compare(home.Street, "m")) % 1000;
        foreach (var letter in $"{home.Number} {home.Street}".Trim())
        {
            place = ((place * 31) + letter) % 100_000;
        }

        return new HomePlace(place);
    }
}
