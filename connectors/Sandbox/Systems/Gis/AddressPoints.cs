using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>The town's homes as a layer of points, each with who owns it: one GeoJSON feature a row, keyed by <c>cle</c>, numbered by <c>OBJECTID</c>.</summary>
internal static class AddressPoints
{
    public const string Name = "adresses";

    /// <summary>Attributes beside the owner's, in the layer's order.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["OBJECTID", "cle", "numero", "voie", "code_postal", "insee", "commune", "proprietaire_nom", "proprietaire_prenoms"];

    public static SandboxTable Of(SandboxContext context)
    {
        var (table, number, since) = (context.Table(), 0, new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        var homes = context.Town.Truth().SelectMany(family => family.Households.Select(household => (household.Home, Owner: family.People[household.Adults[0]])));
        foreach (var (home, owner) in homes.DistinctBy(entry => (entry.Home.Number, entry.Home.Street, entry.Home.Commune.Code)))
        {
            number++;
            var (place, key) = (HomePlace.Of(home), string.Create(CultureInfo.InvariantCulture, $"{home.Commune.Code}_{number:D5}"));
            var properties = new JsonObject
            {
                ["OBJECTID"] = number,
                ["cle"] = key,
                ["numero"] = home.Number,
                ["voie"] = home.Street,
                ["code_postal"] = home.Commune.PostCode,
                ["insee"] = home.Commune.Code,
                ["commune"] = home.Commune.Name,
                ["proprietaire_nom"] = owner.BirthName,
                ["proprietaire_prenoms"] = string.Join(' ', owner.GivenNames),
            };
            table.Add(key, since.AddMinutes(number), new JsonObject
            {
                ["type"] = "Feature",
                ["id"] = key,
                ["geometry"] = new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(place.Longitude, place.Latitude) },
                ["properties"] = context.Plant(properties),
            });
        }

        return table;
    }
}
