using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

/// <summary><c>connections try</c> on systems that are asked or written to: what leaves, what comes back, and that nothing is written.</summary>
public sealed class Previewing_connections : IDisposable
{
    private const string Ban = """
        name: adresses-ban
        connector: geoplateforme
        controller: "21330063500017"
        mapping: ban
        asks: { purpose: Normalised addresses, legalBasis: public-task, attributes: [addresses] }
        settings: { url: "ADDRESS", network: { allow: [127.0.0.0/8] }, retries: 0 }
        """;

    private const string Zones = """
        name: zones
        connector: zones
        controller: "21330063500017"
        asks: { purpose: School sectors, legalBasis: public-task, attributes: [extra.longitude, extra.latitude] }
        settings: { sets: [ { name: district, properties: [code], file: "FOLDER/district.geojson" } ] }
        """;

    private const string District = """
        { "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "code": "Q1" },
          "geometry": { "type": "Polygon", "coordinates": [[[-0.6, 47.4], [-0.5, 47.4], [-0.5, 47.5], [-0.6, 47.5], [-0.6, 47.4]]] } } ] }
        """;

    private readonly string _folder = Shell.Folder();

    [Fact]
    public async Task A_geocoder_is_shown_the_question_the_request_its_raw_answer_and_the_mapped_part()
    {
        await using var geocoder = await SandboxServer.StartAsync(new GeoplateformeSandbox(), new SandboxOptions { People = 2000 });

        var (code, output, error) = await TryAsync(Ban.Replace("ADDRESS", geocoder.Address.AbsoluteUri, StringComparison.Ordinal), "--people", "2", "--lang", "en");

        Assert.Equal((0, ""), (code, code == 0 ? "" : error));
        Assert.Contains("search/csv -> 200", error, StringComparison.Ordinal);
        Assert.Equal(2, output.Split("{\"q\":").Length - 1 - (output.Split("\"asked\":{\"q\":").Length - 1));
        Assert.Contains("\"banId\": ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("nom", output.Split("\"asked\"")[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_fault_nobody_knows_is_answered_with_those_there_are()
    {
        await using var geocoder = await SandboxServer.StartAsync(new GeoplateformeSandbox(), new SandboxOptions { People = 20 });
        using var client = new HttpClient { BaseAddress = geocoder.Address };

        using var wrong = await client.PutAsync(new Uri("/_sandbox/fault?kind=Slwo", UriKind.Relative), null);
        using var right = await client.PutAsync(new Uri("/_sandbox/fault?kind=cut&times=1", UriKind.Relative), null);

        Assert.Equal((System.Net.HttpStatusCode.BadRequest, System.Net.HttpStatusCode.NoContent), (wrong.StatusCode, right.StatusCode));
        Assert.Contains("Slow, ", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_system_that_does_not_answer_fails_the_trial_and_the_request_is_shown()
    {
        var (code, _, error) = await TryAsync(Ban.Replace("ADDRESS", "http://127.0.0.1:9/", StringComparison.Ordinal), "--person", "address.street=rue Monge", "--lang", "en");

        Assert.Equal(3, code);
        Assert.Matches(@"> GET http://127\.0\.0\.1:9/search\?\S+ -> Passing \S", error);
    }

    [Fact]
    public async Task A_point_is_shown_its_zone_or_that_there_is_none_and_what_may_not_be_told_is_not_asked()
    {
        Shell.Write(_folder, "district.geojson", District);
        var zones = Zones.Replace("FOLDER", _folder, StringComparison.Ordinal);
        string[] people = ["--person", "extra.longitude=-0.55; extra.latitude=47.45", "--person", "extra.longitude=2.35; extra.latitude=48.85", "--lang", "en"];

        var (code, output, error) = await TryAsync(zones, people);
        var (_, _, silent) = await TryAsync(zones.Replace("extra.longitude, extra.latitude", "birthName", StringComparison.Ordinal), people);

        Assert.Equal((0, 1, 1), (code, output.Split("\"district\": \"Q1\"").Length - 1, error.Split("knows nothing").Length - 1));
        Assert.Equal((2, false), (silent.Split("Nothing is asked").Length - 1, silent.Contains("Question", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_sink_shows_what_would_be_written_and_writes_nothing()
    {
        var into = Directory.CreateDirectory(Path.Combine(_folder, "out")).FullName;
        Shell.Write(_folder, "drop.mapping.yaml", """
            mapping: drop
            outgoing: { id: id, nom: birthName, ville: address.city }
            examples: [ { name: somebody, golden: { id: 7ZK3Q0AM4, birthName: Dubois, addresses: [ { city: Angers } ] }, gives: { id: 7ZK3Q0AM4, nom: Dubois, ville: Angers } } ]
            """);
        var text = $"name: drop\nconnector: file-drop\ncontroller: \"21330063500017\"\nsettings: {"{"} folder: \"{into}\", format: json {"}"}\n";

        var example = await TryAsync(text, "--lang", "fr");
        var given = await TryAsync(text, "--person", "birthName=Le Goff", "--lang", "fr");

        Assert.True(example.Code == 0, example.Error);
        Assert.Contains("\"ville\": \"Angers\"", example.Output, StringComparison.Ordinal);
        Assert.Contains("\"nom\": \"Le Goff\"", given.Output, StringComparison.Ordinal);
        Assert.Contains("rien n’est envoyé", example.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(into));
    }

    [Fact]
    public async Task A_name_the_mapping_does_not_read_is_answered_with_the_nearest_one()
    {
        var (code, _, error) = await TryAsync(Ban.Replace("ADDRESS", "http://127.0.0.1:9/", StringComparison.Ordinal), "--person", "adress.street=x", "--lang", "en");

        Assert.Equal(2, code);
        Assert.Contains("Did you mean \"address.street\"?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_system_offers_values_for_a_setting_on_the_command_line_too()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "config", "connections"));
        var file = Shell.Write(_folder, "gens.csv", "id;nom;prenom\n1;Dubois;Ana\n");
        Shell.Write(_folder, "config/connections/gens.yaml", $"name: gens\nconnector: csv\ncontroller: \"21330063500017\"\nmapping: portail\nsettings: {"{"} path: \"{file}\", key: [id] {"}"}\n");

        var keys = await Shell.RunAsync("connections", "choices", "gens", "key", "--data", _folder, "--lang", "en");
        var none = await Shell.RunAsync("connections", "choices", "gens", "pageSize", "--data", _folder, "--lang", "en");

        Assert.Equal(["id", "nom", "prenom"], keys.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains("offers nothing for \"pageSize\"", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_of_a_document_is_told_at_once_those_of_its_settings_too()
    {
        var wrong = Ban.Replace("mapping: ban", "maping: ban", StringComparison.Ordinal).Replace("controller: \"21330063500017\"", "controller: \"12\"", StringComparison.Ordinal)
            .Replace("retries: 0", "retrys: 0", StringComparison.Ordinal).Replace("ADDRESS", "http://127.0.0.1:9/", StringComparison.Ordinal);

        var (code, _, error) = await TryAsync(wrong, "--lang", "en");

        Assert.Equal(2, code);
        Assert.Equal(["3", "4", "6"], error.Split('\n').Where(line => line.StartsWith("adresses-ban.yaml:", StringComparison.Ordinal)).Select(line => line.Split(':')[1]));
        Assert.Contains("Did you mean \"mapping\"?", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"retries\"?", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int Code, string Output, string Error)> TryAsync(string text, params string[] more) =>
        Shell.RunAsync([.. new[] { "connections", "try", Shell.Write(_folder, text.Split('\n')[0]["name: ".Length..].Trim() + ".yaml", text) }, .. more]);
}
