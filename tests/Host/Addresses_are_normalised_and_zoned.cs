using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Host.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host;

/// <summary>Connections that enrich, by their documents: the geocoder's fake asked about the town's people, then the town's divisions about where they live.</summary>
public sealed class Addresses_are_normalised_and_zoned
{
    private const string Portal = """
        name: portail
        connector: jsonl
        controller: "21330063500017"
        mapping: portail
        settings: { path: "FOLDER/portail.jsonl", key: [sub] }
        """;

    private const string Ban = """
        name: adresses-ban
        connector: geoplateforme
        controller: "21330063500017"
        mapping: ban
        trust: 95
        asks: { purpose: Normalised addresses, legalBasis: public-task, attributes: [addresses] }
        settings: { url: "ADDRESS", network: { allow: [127.0.0.0/8] }, retries: 0, together: 1 }
        """;

    private const string Zones = """
        name: zones
        connector: zones
        controller: "21330063500017"
        asks: { purpose: School sectors, legalBasis: public-task, attributes: [extra.longitude, extra.latitude] }
        settings:
          sets:
            - { name: district, properties: [code], file: "FOLDER/district.geojson" }
            - { name: school-sector, properties: [code], ogc: { url: "ADDRESS", collection: secteurs, network: { allow: [127.0.0.0/8] }, auth: { basic: { user: USER, password: "file:FOLDER/password" } } } }
        """;

    private const string District = """
        { "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "code": "Q1" },
          "geometry": { "type": "Polygon", "coordinates": [[[-0.6, 47.4], [-0.5, 47.4], [-0.5, 47.5], [-0.6, 47.5], [-0.6, 47.4]]] } } ] }
        """;

    [Fact]
    public async Task A_towns_addresses_get_their_BAN_id_their_place_and_their_zones_through_a_throttle_and_a_cut()
    {
        var folder = Shell.Folder();
        var town = Town.Generate(new TownSettings { People = 60, Seed = 3 });
        TownFiles.Write(folder, town, truth: false, default);
        Shell.Write(folder, "district.geojson", District);
        Shell.Write(folder, "password", SandboxContext.Secret);
        await using var geocoder = await SandboxServer.StartAsync(new GeoplateformeSandbox(), new SandboxOptions { Town = town });
        await using var gis = await SandboxServer.StartAsync(new OgcFeaturesSandbox(), new SandboxOptions { Town = town });
        await using var node = await NodeAsync();
        await RunAsync(node, Portal, folder, geocoder.Address);
        var people = (await node.Stores.Reader.CountAsync(default)).Goldens;

        geocoder.Faults.Set(new Fault(FaultKind.TooManyRequests, Skip: 5, Times: 1));
        var throttled = await RunAsync(node, Ban, folder, geocoder.Address);
        geocoder.Faults.Set(new Fault(FaultKind.Cut, Skip: 2, Times: 1));
        var cut = await RunAsync(node, Ban, folder, geocoder.Address);
        geocoder.Faults.Clear();
        var rest = await RunAsync(node, Ban, folder, geocoder.Address);
        Assert.Equal((RunState.Failed, RunState.Failed, RunState.Succeeded), (throttled.State, cut.State, rest.State));
        Assert.True(throttled.Read is > 0 and < 12 && cut.Read is > 0 and < 12, $"{throttled.Read}, {cut.Read}");
        var asked = throttled.Read + cut.Read + rest.Read;
        Assert.Equal(0, (await RunAsync(node, Ban, folder, geocoder.Address)).Read);

        var zoned = await RunAsync(node, Zones, folder, gis.Address);

        Assert.Equal(people, (await node.Stores.Reader.CountAsync(default)).Goldens);
        var placed = await node.Stores.Reader.ReadAllGoldensAsync(default).Select(row => row.Golden).Where(golden => golden.Citizen.Extra.ContainsKey("longitude")).ToListAsync();
        Assert.InRange(placed.Count, (int)(asked * 0.8), (int)asked);
        Assert.Equal((RunState.Succeeded, null, placed.Count), (zoned.State, zoned.FailureDetail, (int)zoned.Read));
        Assert.All(placed, golden => Assert.NotNull(golden.Citizen.Addresses[0].BanId));
        Assert.All(placed, golden => Assert.Equal("\"Q1\"", golden.Citizen.Extra["district"]));
        Assert.True(placed.Select(golden => golden.Citizen.Extra["schoolSector"]).Distinct().Count() > 1);
        Assert.All(placed, golden => Assert.Contains(golden.Provenance, line => line is { Attribute: "addresses", Source.Record.Connection: "adresses-ban" }));
    }

    [Theory]
    [InlineData("asks: { purpose: Normalised addresses, legalBasis: public-task, attributes: [addresses] }\n", "", 2, null)]
    [InlineData("attributes: [addresses]", "attributes: [adresses]", 6, "addresses")]
    [InlineData("legalBasis: public-task", "legalBasis: public-tasks", 6, "public-task")]
    [InlineData("mapping: ban", "mapping: adresses", 4, null)]
    [InlineData("connector: geoplateforme", "connector: arcgis", 6, null)]
    public async Task A_mistake_in_a_connection_that_asks_is_named_with_file_line_and_nearest_word(string good, string bad, int line, string? nearest)
    {
        await using var node = await NodeAsync();
        var text = Ban.Replace("ADDRESS", "http://127.0.0.1:9/", StringComparison.Ordinal);
        text = bad.StartsWith("connector: arcgis", StringComparison.Ordinal) ? text[..text.IndexOf("settings:", StringComparison.Ordinal)] + "settings: { url: \"https://gis.example/FeatureServer\", layer: 0, key: cle }" : text;

        var error = await Assert.ThrowsAsync<DocumentException>(() => node.Configuration.BindAsync(text.Replace(good, bad, StringComparison.Ordinal), "ban.yaml", null, default));

        var one = Assert.Single(error.Errors);
        Assert.Equal(("ban.yaml", line, nearest), (one.At.File, one.At.Line, one.Nearest));
    }

    private static Task<HubNode> NodeAsync() => HubNode.OpenAsync(
        new HostSettings { Data = Shell.Folder(), Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") }, TimeProvider.System, NullLoggerFactory.Instance, default);

    private static async Task<RunRow> RunAsync(HubNode node, string document, string folder, Uri address)
    {
        var text = document.Replace("FOLDER", folder, StringComparison.Ordinal).Replace("ADDRESS", address.AbsoluteUri, StringComparison.Ordinal).Replace("USER", SandboxContext.User, StringComparison.Ordinal);
        var connection = await node.Configuration.BindAsync(text, "connection.yaml", null, default);
        return (await node.RunAsync(connection, approved: false, null, default)).Row;
    }
}
