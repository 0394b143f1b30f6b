using IntegrationHub.Connectors.Sandbox.Town.Population;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>A home as the address base writes it.</summary>
internal sealed record GeoplateformeAddress(string Label, string Name, string Id, string Type, HomePlace Place)
{
    public static GeoplateformeAddress Of(Home home)
    {
        var place = HomePlace.Of(home);
        return new GeoplateformeAddress(
            $"{home.Number} {home.Street} {home.Commune.PostCode} {home.Commune.Name}".Trim(), $"{home.Number} {home.Street}".Trim(),
            $"{home.Commune.Code}_{place.Number % 10_000:D4}_{home.Number.Replace(' ', '_')}", home.Number.Length > 0 ? "housenumber" : "street", place);
    }
}
