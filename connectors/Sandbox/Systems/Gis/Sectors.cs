using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>Four school sectors that part the town in quarters, as polygons: <c>S1</c> in the south-west, then eastwards, then north.</summary>
internal static class Sectors
{
    public const string Name = "secteurs";

    private const double West = -0.6, South = 47.4, Half = 0.05;

    public static SandboxTable Of(SandboxContext context)
    {
        var table = context.Table();
        for (var number = 0; number < 4; number++)
        {
            var (left, bottom) = (West + (number % 2 * Half), South + (number / 2 * Half));
            var key = string.Create(CultureInfo.InvariantCulture, $"S{number + 1}");
            table.Add(key, new DateTimeOffset(2026, 1, 5, 8, number, 0, TimeSpan.Zero), new JsonObject
            {
                ["type"] = "Feature",
                ["id"] = key,
                ["geometry"] = new JsonObject
                {
                    ["type"] = "Polygon",
                    ["coordinates"] = new JsonArray(new JsonArray(
                        At(left, bottom), At(left + Half, bottom), At(left + Half, bottom + Half), At(left, bottom + Half), At(left, bottom))),
                },
                ["properties"] = new JsonObject { ["code"] = key, ["ecole"] = "École " + key },
            });
        }

        return table;
    }

    private static JsonArray At(double longitude, double latitude) => new(longitude, latitude);
}
