using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.Features;
using IntegrationHub.Connectors.Gis.Ogc;
using IntegrationHub.Connectors.Gis.Wfs;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Gis;

public sealed class Layers_of_MapServer_are_followed(MapServer server) : IClassFixture<MapServer>, IDisposable
{
    private readonly string state = Directory.CreateTempSubdirectory("hub-gis-").FullName;

    public static TheoryData<string> Doors => ["ogc", "wfs", "wfs geojson"];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Every_point_comes_once_then_only_what_changed_or_went(string door)
    {
        server.Layer.Fill();
        var (connector, settings) = Connection(door);
        var first = await ReadAsync(connector, settings, null);

        Assert.Equal(Enumerable.Range(1, Layer.Points).Select(number => $"+49007_{number:D5}"), first.Records.Select(Told).Order(StringComparer.Ordinal));
        Assert.All(first.Records, record =>
        {
            var body = JsonNode.Parse(record.Body.Span)!;
            var number = int.Parse(body["properties"]!["numero"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(-0.5 - (number / 1000.0), body["geometry"]!["coordinates"]![0]!.GetValue<double>(), 6);
            Assert.Equal(47.4 + (number / 1000.0), body["geometry"]!["coordinates"]![1]!.GetValue<double>(), 6);
            Assert.Equal("rue de l’Été & des Lilas", body["properties"]!["voie"]!.ToString());
            Assert.Null(body["properties"]!["proprietaire_nom"]);
        });

        server.Layer.Change(features =>
        {
            features[6]!["properties"]!["numero"] = "7 bis";
            features.RemoveAt(10);
            features.Add(Layer.Feature(Layer.Points + 1));
        });
        var second = await ReadAsync(connector, settings, first.Pages[^1].Checkpoint);

        Assert.Equal(["+49007_00007", "+49007_00036", "-49007_00011"], second.Records.Select(Told).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ogc", "collection")]
    [InlineData("wfs", "typeName")]
    public async Task The_servers_layers_are_offered(string door, string setting)
    {
        var (connector, settings) = Connection(door);

        Assert.Contains(await connector.ChoicesAsync(settings, Context(), setting, CancellationToken.None), choice => choice.EndsWith("adresses", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(state, recursive: true);

    private (Connector Connector, FeatureSettings Settings) Connection(string door) => door switch
    {
        "ogc" => (new OgcFeaturesConnector(), MapServerConnection.Ogc(server.Address) with { Key = "cle" }),
        "wfs" => (new WfsConnector(), MapServerConnection.Wfs(server.Address)),
        _ => (new WfsConnector(), MapServerConnection.Wfs(server.Address) with { OutputFormat = "geojson" }),
    };

    private async Task<Reading> ReadAsync(Connector connector, FeatureSettings settings, Checkpoint? after)
    {
        var read = await Reading.AllAsync(connector.OpenSource(settings, Context()), after, commit: true);
        Assert.Null(read.Failure);
        Assert.Empty(read.Rejected);
        return read;
    }

    private ConnectionContext Context() => new() { Connection = "sig", StateFolder = state };

    private static string Told(SourceRecord record) => (record.Deleted ? "-" : "+") + record.Key;
}
