using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Tests.Host.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host;

public sealed class Connections_that_live : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private readonly string _folder = Shell.Folder();
    private HubNode _node = null!;
    private WebApplication _app = null!;
    private HttpClient _architect = null!;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_FAMILY", "whsec_" + Convert.ToBase64String(Key));
        Write("config/connections/portail.yaml", """
            name: portail
            connector: webhook
            controller: "21330063500017"
            mapping: portail-famille
            settings: { keys: [env:HUB_TEST_FAMILY], types: [portail.famille.updated], key: [dossier] }
            """);
        Write("config/connections/gens.yaml", $"""
            name: gens
            connector: csv
            schedule: 30 2 * * 1-5
            controller: "21330063500017"
            settings: {"{"} path: "{_folder}/gens.csv", key: [id] {"}"}
            """);
        Write("config/mappings/gens.yaml", "mapping: gens\nrecord: { key: id }\ncitizen: { birthName: nom, givenNames: prenom }\n");
        Write("gens.csv", "id;nom;prenom\n1;Dubois;Ana\n2;Leroy;Jean\n");
        var settings = new HostSettings { Data = _folder, Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") };
        _node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        _app = HubServer.Build(_node, logging => logging.ClearProviders());
        await _app.StartAsync();
        _architect = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        await _architect.GetAsync(await new SignInLinks(_node.Stores.Operations, _node.Clock).CreateAsync(_architect.BaseAddress, "test", Role.Architect, CancellationToken.None));
    }

    [Fact]
    public async Task A_signed_event_is_durable_before_it_is_acknowledged_and_others_are_turned_away()
    {
        const string Body = """{"type":"portail.famille.updated","timestamp":"2026-01-05T09:00:00Z","data":{"dossier":"F1","parents":[{"id":"p1","nom":"DUBOIS","prenom":"Ana"}],"enfants":[{"id":"e1","nom":"DUBOIS","prenom":"Léo","ne_le":"2018-03-04"}]}}""";

        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(Body, RandomNumberGenerator.GetBytes(32))).StatusCode);
        Assert.Equal(0, (await _node.Stores.Reader.CountAsync(default)).Records);

        Assert.Equal(HttpStatusCode.NoContent, (await CallAsync(Body, Key)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await CallAsync(Body, Key)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await CallAsync("{\"no\":", Key)).StatusCode);

        Assert.Equal(1, (await _node.Stores.Reader.CountAsync(default)).Records);
        Assert.Single(await _node.Stores.Reader.ListQuarantineAsync("portail", replayed: false, 0, 10, default));
        Assert.Equal(HttpStatusCode.NotFound, (await _architect.PostAsync("/hooks/gens", null)).StatusCode);
    }

    [Fact]
    public async Task A_checkpoint_changes_only_while_the_connection_stands_still()
    {
        Assert.Equal(HttpStatusCode.Conflict, (await _architect.PutAsJsonAsync("/v1/connections/gens/checkpoint", new { value = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _architect.PostAsync("/v1/connections/gens/pause?stop=true", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await _architect.PostAsync("/v1/connections/gens/run", null)).StatusCode);
        Assert.Contains("paused", await _architect.GetStringAsync("/v1/connections"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await _architect.PutAsJsonAsync("/v1/connections/gens/checkpoint", new { value = "{\"x\":1}" })).StatusCode);
        Assert.Contains("x", await _architect.GetStringAsync("/v1/connections/gens/checkpoint"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await _architect.PutAsJsonAsync("/v1/connections/gens/checkpoint", new { value = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _architect.PostAsync("/v1/connections/gens/resume", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await _architect.PostAsync("/v1/connections/gens/run", null)).StatusCode);
        for (var tries = 0; tries < 200 && (await _node.Stores.Reader.CountAsync(default)).Records < 2; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(2, (await _node.Stores.Reader.CountAsync(default)).Records);
    }

    [Fact]
    public async Task The_live_system_offers_values_and_connectors_tell_their_settings()
    {
        Assert.Contains("prenom", await _architect.GetStringAsync("/v1/connections/gens/choices/key"), StringComparison.Ordinal);
        Assert.Contains("\"webhook\"", await _architect.GetStringAsync("/v1/connectors"), StringComparison.Ordinal);
        Assert.Contains("Chemin sous", await _architect.GetStringAsync("/v1/connectors/http/schema?lang=fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_raw_and_mapped_records_stores_nothing_and_is_recorded()
    {
        using var answer = await _architect.PostAsJsonAsync("/v1/connections/gens/preview", new { records = 1 });
        var shown = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal(("2", "Dubois", "Dubois"), (
            shown["pages"]![0]!["records"]!.ToString(), shown["pages"]![0]!["shown"]![0]!["raw"]!["nom"]!.ToString(), shown["pages"]![0]!["shown"]![0]!["mapped"]!["citizens"]![0]!["birthName"]!.ToString()));
        Assert.Single(shown["pages"]![0]!["shown"]!.AsArray());
        Assert.Equal(0, (await _node.Stores.Reader.CountAsync(default)).Records);
        Assert.Null(await _node.Stores.Reader.FindCheckpointAsync("gens", default));
        Assert.Contains(await _node.Stores.Operations.ListAuditAsync(null, 0, 50, default), row => row.Action == "preview gens");
        Assert.Equal(HttpStatusCode.BadRequest, (await _architect.PostAsJsonAsync("/v1/connections/gens/preview", new { persons = new[] { new Dictionary<string, string> { ["nom"] = "x" } } })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _architect.PostAsync("/v1/connections/portail/preview", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _architect.PostAsync("/v1/connections/nobody/preview", null)).StatusCode);
    }

    [Fact]
    public async Task Letting_a_held_run_pass_is_recorded_with_who_did_it()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await _architect.PostAsync("/v1/connections/gens/run", null)).StatusCode);
        Assert.DoesNotContain(await _node.Stores.Operations.ListAuditAsync(null, 0, 50, default), row => row.Action.StartsWith("approve", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Accepted, (await _architect.PostAsync("/v1/connections/gens/run?approved=true", null)).StatusCode);

        Assert.Single(await _node.Stores.Operations.ListAuditAsync(null, 0, 50, default), row => (row.Actor, row.Action) == ("test", "approve gens"));
    }

    [Theory]
    [InlineData("""{"persons":[null]}""", "persons[0]")]
    [InlineData("""{"persons":[{},{"givenNames":null}]}""", "persons[1].givenNames")]
    [InlineData("""{"persons":[{"consents.email.newsletter":null}]}""", "persons[0].consents.email.newsletter")]
    public async Task A_made_up_person_that_is_null_is_answered_with_its_place(string wanted, string place)
    {
        using var body = new StringContent(wanted, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _architect.PostAsync("/v1/connections/portail/preview", body);

        Assert.Equal((HttpStatusCode.BadRequest, place), (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["parameter"]!.ToString()));
    }

    [Fact]
    public async Task The_next_run_is_shown_to_programs_and_people()
    {
        Assert.Matches("\"gens\".*\"nextAt\":\"20", await _architect.GetStringAsync("/v1/connections"));
        var page = await _architect.GetStringAsync("/connections");

        Assert.Contains("30 2 * * 1-5", page, StringComparison.Ordinal);
        Assert.Matches("<time datetime=\"20[0-9-]+T02:30:00", page);
    }

    [Fact]
    public void A_plug_in_is_loaded_only_when_named_and_only_for_this_contract()
    {
        var example = Path.Combine(AppContext.BaseDirectory, "IntegrationHub.Tests.PluginExample.dll");

        Assert.Empty(PluginConnectors.Load(new HostSettings()));
        Assert.Equal("parking", Assert.Single(PluginConnectors.Load(new HostSettings { Plugins = [example] })).Manifest.Name);
        foreach (var wrong in new[] { "nowhere.dll", typeof(HostSettings).Assembly.Location, Path.Combine(_folder, "gens.csv") })
        {
            Assert.Contains("plugins", Assert.Throws<Connectors.Abstractions.Documents.DocumentException>(() => PluginConnectors.Load(new HostSettings { Plugins = [wrong] })).Message, StringComparison.Ordinal);
        }

        Assert.Throws<Connectors.Abstractions.Documents.DocumentException>(() => PluginConnectors.Load(new HostSettings { Plugins = [example, example] }));
        Assert.False(new Connectors.Abstractions.ConnectorPluginAttribute(typeof(string), "2.0").Fits);
        Assert.False(new Connectors.Abstractions.ConnectorPluginAttribute(typeof(string), "1.9").Fits);
    }

    [Fact]
    public async Task A_plug_ins_typed_client_goes_through_the_hubs_pipeline()
    {
        var parking = Assert.Single(PluginConnectors.Load(new HostSettings { Plugins = [Path.Combine(AppContext.BaseDirectory, "IntegrationHub.Tests.PluginExample.dll")] }));
        var settings = Activator.CreateInstance(parking.Manifest.Settings)!;
        parking.Manifest.Settings.GetProperty("Url")!.SetValue(settings, Connectors.Http.Settings.BaseAddress.Parse("http://127.0.0.1:9/"));
        parking.Manifest.Settings.GetProperty("Site")!.SetValue(settings, "gare");
        var source = parking.OpenSource(settings, new ConnectionContext { Connection = "parking", StateFolder = _folder });

        var reads = await source.ReadAsync(after: null, CancellationToken.None).ToListAsync();

        Assert.Equal("egress.refused", Assert.IsType<SourceRead.Failed>(Assert.Single(reads)).Failure.Code);
    }

    public void Dispose() => _architect?.Dispose();

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<HttpResponseMessage> CallAsync(string body, byte[] key)
    {
        var stamp = _node.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(_architect.BaseAddress!, "/hooks/portail")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        call.Headers.Add("webhook-id", "m1");
        call.Headers.Add("webhook-timestamp", stamp);
        call.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"m1.{stamp}.{body}"))));
        using var nobody = new HttpClient();
        return await nobody.SendAsync(call);
    }
}
