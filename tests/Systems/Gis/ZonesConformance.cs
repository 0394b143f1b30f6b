using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Gis.Ogc;
using IntegrationHub.Connectors.Gis.Zones;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Gis;

/// <summary>One division from a file, one from a GIS server.</summary>
public sealed class ZonesConformance : EnricherConformance, IAsyncLifetime, IDisposable
{
    private readonly SandboxRig rig = new(new OgcFeaturesSandbox());
    private readonly ZoneFile file = new();

    protected override Connector Connector { get; } = new ZonesConnector();

    protected override object Settings => On(file.Path, SandboxRig.Password);

    protected override EnrichmentQuestion Question => Ask("{\"longitude\":-0.54,\"latitude\":\"47.41\",\"version\":4}");

    protected override EnrichmentQuestion Unknown => Ask("{\"longitude\":2.35,\"latitude\":48.85}");

    protected override EnrichmentQuestion Bad => Ask("{\"longitude\":-0.54}");

    protected override IReadOnlyList<string> Confidential => rig.Confidential;

    protected override TimeProvider Clock() => rig.Time.Twin();

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such file", On(file.Path + ".none", SandboxRig.Password), FailureKind.Denied),
        new("no GeoJSON", On(file.With("garbage.geojson", "[1]"), SandboxRig.Password), FailureKind.Denied),
        new("no zone at all", On(file.With("empty.geojson", """{"features":[]}"""), SandboxRig.Password), FailureKind.Denied),
        new("points", On(file.With("points.geojson", """{"features":[{"geometry":{"type":"Point","coordinates":[0,47]}}]}"""), SandboxRig.Password), FailureKind.Denied),
        new("metres", On(file.With("lambert.geojson", """{"features":[{"geometry":{"type":"Polygon","coordinates":[[[430000,6700000],[440000,6700000],[440000,6710000],[430000,6700000]]]}}]}"""), SandboxRig.Password), FailureKind.Denied),
        new("a wrong password", On(file.Path, SandboxRig.WrongPassword), FailureKind.Denied),
        new("a server that fails", Settings, FailureKind.Passing) { Meet = () => rig.Server.Faults.Set(new Fault(FaultKind.ServerError)), Leave = rig.Server.Faults.Clear },
    ];

    [Fact]
    public async Task A_point_gets_the_zone_of_every_division_that_holds_it()
    {
        var answer = Assert.IsType<Enrichment.Answered>(await AskAsync(Question)).Record;

        Assert.Equal(("G1", 4L), (answer.Key, answer.Version.Number));
        Assert.Equal("""{"key":"G1","zones":{"district":{"code":"D1"},"school-sector":{"code":"S2"}}}""", Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Fact]
    public async Task Every_check_passes_and_reads_the_zones()
    {
        var checks = new List<CheckResult>();
        await foreach (var check in Connector.CheckAsync(Settings, new ConnectionContext { Connection = "zones", StateFolder = file.Folder, Time = Clock() }, CheckDepth.ReadOne, CancellationToken.None))
        {
            checks.Add(check);
        }

        Assert.Equal(Connector.Manifest.Checks, checks.Select(check => check.Depth));
        Assert.All(checks, check => Assert.Null(check.Failure));
    }

    [Fact]
    public void An_architect_writes_divisions_in_a_few_lines_and_is_told_what_does_not_fit()
    {
        const string Yaml = """
            name: zones
            connector: zones
            controller: "21490007800012"
            settings:
              sets:
                - { name: district, file: /srv/sig/quartiers.geojson, properties: [code, nom] }
                - name: school-sector
                  properties: [code]
                  ogc: { url: https://sig.mairie.example/ogc/, collection: secteurs, owners: { legalBasis: public-task, purpose: none } }
            """;
        var bound = (ZonesSettings)ConnectionDocument.Read(YamlDocument.Parse(Yaml, "zones.yaml")).BindSettings(Connector.Manifest);
        var twice = Assert.Throws<DocumentException>(() => ConnectionDocument.Read(YamlDocument.Parse(Yaml.Replace("      properties: [code]", "      properties: [code]\n      file: a.geojson", StringComparison.Ordinal), "zones.yaml")).BindSettings(Connector.Manifest));

        Assert.Equal(("district", "secteurs"), (bound.Sets[0].Name, bound.Sets[1].Ogc!.Collection));
        Assert.Contains("exactly one of", twice.Message, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => rig.StartAsync();

    public Task DisposeAsync() => rig.StopAsync();

    public void Dispose() => file.Dispose();

    private ZonesSettings On(string path, Connectors.Abstractions.Settings.Secret password) => new()
    {
        Sets =
        [
            new ZoneSetSettings { Name = "district", File = path, Properties = ["code"] },
            new ZoneSetSettings { Name = "school-sector", Properties = ["code"], Ogc = (OgcFeaturesSettings)SandboxRig.Hurried(GisConnection.Ogc(rig.Server.Address, password) with { Collection = "secteurs" }) },
        ],
    };

    private static EnrichmentQuestion Ask(string body) => new("G1", Encoding.UTF8.GetBytes(body));
}
