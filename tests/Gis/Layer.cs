using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Gis;

/// <summary>The layer's file: 35 address points, each with its owner; the second holds what nobody may see.</summary>
public sealed class Layer(string path)
{
    public const int Points = 35;

    public void Fill()
    {
        var features = Enumerable.Range(1, Points).Select(JsonNode? (number) => Feature(number)).ToArray();
        var second = features[1]!["properties"]!.AsObject();
        (second["nir"], second["iban"], second["remarques"]) = (Planted.Nir, Planted.Iban, $"IBAN {Planted.Iban}, NIR {Planted.Nir}.");
        Write(new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray(features) });
    }

    public void Change(Action<JsonArray> change)
    {
        var collection = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        change(collection["features"]!.AsArray());
        Write(collection);
    }

    public static JsonObject Feature(int number) => new()
    {
        ["type"] = "Feature",
        ["properties"] = new JsonObject
        {
            ["cle"] = string.Create(CultureInfo.InvariantCulture, $"49007_{number:D5}"),
            ["numero"] = number.ToString(CultureInfo.InvariantCulture),
            ["voie"] = "rue de l’Été & des Lilas",
            ["proprietaire_nom"] = "Durand",
        },
        ["geometry"] = new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(-0.5 - (number / 1000.0), 47.4 + (number / 1000.0)) },
    };

    // Replaced at once: a server that reads meanwhile sees the one file or the other.
    private void Write(JsonObject collection)
    {
        File.WriteAllText(path + ".new", collection.ToJsonString());
        File.Move(path + ".new", path, overwrite: true);
    }
}
