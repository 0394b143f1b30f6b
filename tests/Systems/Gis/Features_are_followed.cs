using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.ArcGis;
using IntegrationHub.Connectors.Gis.Features;
using IntegrationHub.Connectors.Gis.Ogc;
using IntegrationHub.Connectors.Gis.Wfs;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Gis;

public sealed class Features_are_followed
{
    public static TheoryData<string> Systems => ["ogc", "wfs", "wfs json", "arcgis", "arcgis ids"];

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task Every_address_comes_once_with_its_coordinates(string name)
    {
        var records = await ReadAsync(name, owners: true);

        var homes = (await TownAsync(name)).Truth().SelectMany(family => family.Households.Select(household => household.Home)).DistinctBy(home => (home.Number, home.Street, home.Commune.Code)).ToList();
        Assert.Equal(homes.Count, records.Select(record => record.Key).Distinct().Count());
        Assert.All(records, record =>
        {
            var body = JsonNode.Parse(record.Body.Span)!;
            var (longitude, latitude) = body["geometry"]!["x"] is { } x ? (x, body["geometry"]!["y"]!) : (body["geometry"]!["coordinates"]![0]!, body["geometry"]!["coordinates"]![1]!);
            Assert.InRange(longitude.GetValue<double>(), -0.6, -0.5);
            Assert.InRange(latitude.GetValue<double>(), 47.4, 47.5);
            Assert.NotEmpty(Attributes(body)["voie"]!.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task Owners_come_only_where_the_connection_declares_its_legal_basis(string name)
    {
        var without = await ReadAsync(name, owners: false);
        var with = await ReadAsync(name, owners: true);

        Assert.All(without, record => Assert.DoesNotContain(Attributes(JsonNode.Parse(record.Body.Span)!), entry => entry.Key.StartsWith("proprietaire", StringComparison.Ordinal)));
        Assert.All(with, record => Assert.NotEmpty(Attributes(JsonNode.Parse(record.Body.Span)!)["proprietaire_nom"]!.ToString()));
    }

    [Fact]
    public async Task A_field_the_connection_names_as_the_owners_goes_too()
    {
        var rig = new SandboxRig(new OgcFeaturesSandbox());
        await rig.StartAsync();
        var settings = (OgcFeaturesSettings)SandboxRig.Hurried(GisConnection.Ogc(rig.Server.Address, SandboxRig.Password) with { OwnerFields = ["voie"] });
        var records = await ReadAsync(new OgcFeaturesConnector(), settings);
        await rig.StopAsync();

        Assert.All(records, record => Assert.False(Attributes(JsonNode.Parse(record.Body.Span)!).ContainsKey("voie")));
    }

    [Fact]
    public void The_land_registers_own_columns_are_owners()
    {
        var settings = new OgcFeaturesSettings { Url = Connectors.Http.Settings.BaseAddress.Parse("http://127.0.0.1/"), Collection = "parcelles" };
        Assert.True(OwnerFields.Without(settings).TryRemove("""{"properties":{"idu":"490070000A0001","ddenom":"DUPONT/MARIE","dnuper":"P1","dlign4":"3 RUE X","nomProprietaire":"DUPONT","OWNER_NAME":"D"}}"""u8.ToArray(), out var cleaned));

        Assert.Equal("""{"properties":{"idu":"490070000A0001"}}""", System.Text.Encoding.UTF8.GetString(cleaned.Span));
        Assert.Empty(OwnerFields.Without(settings with { Owners = GisConnection.MayReadOwners }).Words);
    }

    private static async Task<IReadOnlyList<SourceRecord>> ReadAsync(string name, bool owners)
    {
        var rig = new SandboxRig(Fake(name));
        await rig.StartAsync();
        var (connector, settings) = Connection(name, rig.Server.Address, owners ? GisConnection.MayReadOwners : null);
        var records = await ReadAsync(connector, SandboxRig.Hurried(settings));
        await rig.StopAsync();
        return records;
    }

    private static async Task<IReadOnlyList<SourceRecord>> ReadAsync(Connector connector, object settings)
    {
        var state = Path.Combine(Path.GetTempPath(), "gis-" + Guid.NewGuid().ToString("n"));
        var read = await Reading.AllAsync(connector.OpenSource(settings, new ConnectionContext { Connection = "gis", StateFolder = state }));
        Assert.Null(read.Failure);
        Assert.Empty(read.Rejected);
        return read.Records;
    }

    private static async Task<Connectors.Sandbox.Town.Town> TownAsync(string name)
    {
        await using var server = await SandboxServer.StartAsync(Fake(name), new SandboxOptions());
        return server.Town;
    }

    private static SandboxSystem Fake(string name) => name[..3] switch { "ogc" => new OgcFeaturesSandbox(), "wfs" => new WfsSandbox(), _ => new ArcGisSandbox() };

    private static (Connector Connector, FeatureSettings Settings) Connection(string name, Uri address, OwnerSettings? owners) => name switch
    {
        "ogc" => (new OgcFeaturesConnector(), GisConnection.Ogc(address, SandboxRig.Password) with { Owners = owners }),
        "wfs" => (new WfsConnector(), GisConnection.Wfs(address, SandboxRig.Password) with { Owners = owners }),
        "wfs json" => (new WfsConnector(), GisConnection.Wfs(address, SandboxRig.Password) with { Owners = owners, OutputFormat = "application/json" }),
        "arcgis" => (new ArcGisConnector(), GisConnection.ArcGis(address, SandboxRig.Password) with { Owners = owners }),
        _ => (new ArcGisConnector(), GisConnection.ArcGis(address, SandboxRig.Password) with { Owners = owners, Layer = 1 }),
    };

    private static JsonObject Attributes(JsonNode body) => (body["properties"] ?? body["attributes"])!.AsObject();
}
