using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
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

/// <summary>Connections and mappings by the API of a hub that serves: no restart, and nothing is changed by a document that is wrong.</summary>
public sealed class Configuring_while_it_serves : IAsyncLifetime, IDisposable
{
    private const string Mapping = "mapping: gens\nrecord: { key: id }\ncitizen: { birthName: nom, givenNames: prenom }\n";

    private readonly string _folder = Shell.Folder();
    private HubNode _node = null!;
    private WebApplication _app = null!;
    private HttpClient _architect = null!;

    public async Task InitializeAsync()
    {
        Shell.Write(_folder, "gens.csv", "id;nom;prenom\n1;Dubois;Ana\n2;Leroy;Jean\n");
        var settings = new HostSettings { Data = _folder, Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") };
        _node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        _app = HubServer.Build(_node, logging => logging.ClearProviders());
        await _app.StartAsync();
        _architect = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        await _architect.GetAsync(await new SignInLinks(_node.Stores.Operations, _node.Clock).CreateAsync(_architect.BaseAddress, "test", Role.Architect, CancellationToken.None));
    }

    [Fact]
    public async Task A_connection_and_its_mapping_are_sent_tried_run_changed_and_ended_without_a_restart()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync("connections/gens", Connection())).StatusCode);
        Assert.Equal("added", (await AnswerAsync("mappings/gens", Mapping))["change"]!.ToString());
        Assert.Equal("added", (await AnswerAsync("connections/gens?dryRun=true", Connection()))["change"]!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await _architect.PostAsync("/v1/connections/gens/run", null)).StatusCode);
        var before = await _architect.GetFromJsonAsync<JsonObject>("/v1/configuration");

        var kept = await AnswerAsync("connections/gens", Connection());
        Assert.Equal(("added", "false"), (kept["change"]!.ToString(), kept["restart"]!.ToString()));
        Assert.Equal("none", (await AnswerAsync("connections/gens", Connection()))["change"]!.ToString());
        Assert.NotEqual(before!["fingerprint"]!.ToString(), (await _architect.GetFromJsonAsync<JsonObject>("/v1/configuration"))!["fingerprint"]!.ToString());
        Assert.Equal(Connection(), await _architect.GetStringAsync("/v1/connections/gens/document"));
        Assert.Equal(HttpStatusCode.Accepted, (await _architect.PostAsync("/v1/connections/gens/run", null)).StatusCode);
        await UntilAsync(async () => (await _node.Stores.Operations.ListRunsAsync("gens", 0, 1, default)) is [{ EndedAt: not null }]);
        Assert.Equal(2, (await _node.Stores.Reader.CountAsync(default)).Records);

        await PutAsync("mappings/gens", Mapping.Replace("birthName: nom", "usageName: nom", StringComparison.Ordinal));
        using var shown = await _architect.PostAsJsonAsync("/v1/connections/gens/preview", new { records = 1 });
        Assert.Contains("usageName", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("true", (await AnswerAsync("connections/gens", Connection("trust: 70\n")))["restart"]!.ToString());

        Assert.Equal(HttpStatusCode.NoContent, (await _architect.DeleteAsync("/v1/connections/gens")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _architect.DeleteAsync("/v1/connections/gens")).StatusCode);
        Assert.DoesNotContain("gens", await _architect.GetStringAsync("/v1/connections"), StringComparison.Ordinal);
        Assert.Equal(2, (await _node.Stores.Reader.CountAsync(default)).Records);
    }

    [Fact]
    public async Task A_wrong_document_is_answered_with_its_line_and_the_nearest_word_and_changes_nothing()
    {
        await PutAsync("mappings/gens", Mapping);
        await PutAsync("connections/gens", Connection());

        foreach (var (path, text, line, word) in new[]
        {
            ("connections/gens", Connection().Replace("connector: csv", "connector: cvs", StringComparison.Ordinal), "gens.yaml:2", "csv"),
            ("connections/gens", Connection().Replace("name: gens", "name: people", StringComparison.Ordinal), "gens.yaml:1", "gens"),
            ("mappings/gens", Mapping.Replace("givenNames", "givenName", StringComparison.Ordinal), "gens.yaml:3", "givenNames"),
        })
        {
            using var answer = await PutAsync(path, text);
            var said = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(line, said, StringComparison.Ordinal);
            Assert.Contains(word, said, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync("connections/..%2Fgens", Connection())).StatusCode);
        Assert.Equal(Connection(), await _architect.GetStringAsync("/v1/connections/gens/document"));
        Assert.Equal(Mapping, await _architect.GetStringAsync("/v1/mappings/gens"));
    }

    [Fact]
    public async Task Commands_that_only_look_keep_nothing_of_the_folder()
    {
        await PutAsync("mappings/gens", Mapping);
        await PutAsync("connections/gens", Connection());
        Directory.CreateDirectory(Path.Combine(_folder, "config", "connections"));
        Shell.Write(_folder, "config/connections/gens.yaml", Connection("mapping: portail\ntrust: 10\n"));
        Shell.Write(_folder, "config/connections/autres.yaml", Connection("mapping: portail\n").Replace("name: gens", "name: autres", StringComparison.Ordinal));
        var before = await _architect.GetStringAsync("/v1/configuration");

        var listed = await Shell.RunAsync("connections", "list", "--data", _folder, "--lang", "en");
        var preview = await Shell.RunAsync("connections", "preview", "gens", "--data", _folder, "--lang", "en");
        var fresh = await Shell.RunAsync("connections", "check", "autres", "--data", _folder, "--lang", "en");

        Assert.Equal((0, 0, 0), (listed.Code, preview.Code, fresh.Code));
        Assert.Contains("autres", listed.Output, StringComparison.Ordinal);
        Assert.Contains("\"birthName\": \"Dubois\"", preview.Output, StringComparison.Ordinal);
        Assert.Equal(before, await _architect.GetStringAsync("/v1/configuration"));
    }

    [Fact]
    public async Task A_folder_is_applied_after_a_dry_run_and_what_it_lacks_goes_only_when_asked()
    {
        var (data, folder) = (Shell.Folder(), Shell.Folder());
        Directory.CreateDirectory(Path.Combine(folder, "connections"));
        foreach (var name in new[] { "gens", "autres" })
        {
            Shell.Write(folder, $"connections/{name}.yaml", Connection("mapping: portail\n").Replace("name: gens", $"name: {name}", StringComparison.Ordinal));
        }

        var first = await Shell.RunAsync("config", "apply", folder, "--data", data, "--lang", "en");
        File.Delete(Path.Combine(folder, "connections/autres.yaml"));
        var kept = await Shell.RunAsync("config", "apply", folder, "--data", data, "--lang", "en");
        var dry = await Shell.RunAsync("config", "apply", folder, "--data", data, "--prune", "--dry-run", "--lang", "en");
        var still = await Shell.RunAsync("connections", "list", "--data", data, "--lang", "en");
        var pruned = await Shell.RunAsync("config", "apply", folder, "--data", data, "--prune", "--lang", "en");
        var left = await Shell.RunAsync("connections", "list", "--data", data, "--lang", "en");

        Assert.True(first.Code == 0, first.Error);
        Assert.Contains("+ connections/autres", first.Output, StringComparison.Ordinal);
        Assert.Contains("? connections/autres", kept.Output, StringComparison.Ordinal);
        Assert.Contains("- connections/autres", dry.Output, StringComparison.Ordinal);
        Assert.Equal(2, still.Output.Split("csv").Length - 1);
        Assert.Equal(dry.Output, pruned.Output);
        Assert.Equal(1, left.Output.Split("csv").Length - 1);
        Directory.Delete(data, recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    public void Dispose() => _architect?.Dispose();

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 600 && !await holds(); tries++)
        {
            await Task.Delay(100);
        }
    }

    private string Connection(string more = "") => $"name: gens\nconnector: csv\ncontroller: \"21330063500017\"\n{more}settings: {"{"} path: \"{_folder}/gens.csv\", key: [id] {"}"}\n";

    private Task<HttpResponseMessage> PutAsync(string path, string text) => _architect.PutAsync($"/v1/{path}", new StringContent(text, Encoding.UTF8, "application/yaml"));

    private async Task<JsonObject> AnswerAsync(string path, string text)
    {
        using var answer = await PutAsync(path, text);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        return JsonNode.Parse(said)!.AsObject();
    }
}
