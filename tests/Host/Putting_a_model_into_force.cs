using System.Net;
using System.Text.Json;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Models;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Tests.Host.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host;

public sealed class Putting_a_model_into_force
{
    private const string People = """
        id;nom;prenom;date_naissance;email
        1;Lefèvre;Marie-Hélène;12/03/1974;mh.lefevre@example.org
        2;LEFEVRE;Marie Helene;12/03/1974;mh.lefevre@example.org
        3;Zyblovski;Ottilie;01/07/1990;o.zyblovski@example.org
        """;

    private const string Connection = "name: people\nconnector: csv\ncontroller: \"21330063500017\"\nmapping: people\nsettings:\n  path: people.csv\n  key: [id]\n";
    private const string Mapping = "mapping: people\nrecord:\n  key: id\ncitizen:\n  birthName: nom\n";

    private readonly string _folder = Shell.Folder();

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public async Task A_model_is_tried_put_into_force_and_kept_by_the_next_import()
    {
        var file = Shell.Write(_folder, "people.csv", People);
        Assert.Equal(0, (await Shell.RunAsync("import", file, "--data", Data)).Code);
        var shown = await Shell.RunAsync("models", "show", "--data", Data);
        Assert.Contains($"current {MatchModel.French.Version}", shown.Output, StringComparison.Ordinal);

        // So shy that nothing links by itself.
        var model = Shell.Write(_folder, "shy.yaml", MatchModel.French.Document.Replace("link: 3.5", "link: 90.0", StringComparison.Ordinal));
        var shadow = await Shell.RunAsync("models", "shadow", model, "--data", Data);
        Assert.Contains("golden records 2 to 3", shadow.Output, StringComparison.Ordinal);
        Assert.Contains("splits 1", shadow.Output, StringComparison.Ordinal);
        Assert.Contains("to review 0 to 1", shadow.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--shown", shadow.Error, StringComparison.Ordinal);
        var brief = await Shell.RunAsync("models", "shadow", model, "--shown", "0", "--data", Data);
        Assert.DoesNotContain("split ", brief.Output, StringComparison.Ordinal);
        Assert.Contains("and 1 more; name them with --shown", brief.Error, StringComparison.Ordinal);
        Assert.Equal(shown.Output, (await Shell.RunAsync("models", "show", "--data", Data)).Output);

        var activated = await Shell.RunAsync("models", "activate", model, "--data", Data, "--lang", "en");
        Assert.True(activated.Code == 0, activated.Error);
        var version = MatchModel.Parse(await File.ReadAllTextAsync(model), model).Version;
        Assert.Contains($"current {version}", activated.Output, StringComparison.Ordinal);
        Assert.Contains("new changes 2", activated.Output, StringComparison.Ordinal);

        await File.AppendAllTextAsync(file, "\n4;LEFEVRE;Marie Helene;12/03/1974;mh.lefevre@example.org\n");
        var more = await Shell.RunAsync("import", file, "--data", Data);
        Assert.True(more.Code == 0, more.Error);
        Assert.Contains("golden records 4", more.Output, StringComparison.Ordinal);
        var back = await Shell.RunAsync("models", "activate", "french", "--data", Data);
        Assert.Contains("golden records 2", back.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_no_model_changes_nothing_and_names_the_line()
    {
        Assert.Equal(0, (await Shell.RunAsync("import", Shell.Write(_folder, "people.csv", People), "--data", Data)).Code);
        var file = Shell.Write(_folder, "bad.yaml", MatchModel.French.Document.Replace("thresholds:", "treshholds:", StringComparison.Ordinal));
        var (code, _, error) = await Shell.RunAsync("models", "activate", file, "--data", Data);
        Assert.Equal(2, code);
        Assert.Contains("bad.yaml", error, StringComparison.Ordinal);
        Assert.Contains($"current {MatchModel.French.Version}", (await Shell.RunAsync("models", "show", "--data", Data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_that_a_kill_cut_short_is_carried_out_at_the_next_start()
    {
        Assert.Equal(0, (await Shell.RunAsync("import", Shell.Write(_folder, "people.csv", People), "--data", Data)).Code);
        var shy = MatchModel.Parse(MatchModel.French.Document.Replace("link: 3.5", "link: 90.0", StringComparison.Ordinal), "shy.yaml");
        await using (var stores = await Mdm.Storage.RegistryStores.OpenAsync(StoreSettings.Of(Settings(), TimeProvider.System), CancellationToken.None))
        {
            await new ModelShelf(stores.Operations, stores.Store, TimeProvider.System).WantAsync(shy, "somebody", CancellationToken.None);
        }

        Assert.Contains("next start", (await Shell.RunAsync("models", "show", "--data", Data, "--lang", "en")).Error, StringComparison.Ordinal);
        await using var node = await HubNode.OpenAsync(Settings(), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        Assert.Equal(shy.Version, node.Model.Version);
        Assert.Equal(3, (await node.Stores.Reader.CountAsync(CancellationToken.None)).Goldens);
    }

    [Fact]
    public async Task An_architect_does_the_same_on_a_serving_hub_through_the_API()
    {
        Assert.Equal(0, (await Shell.RunAsync("import", Shell.Write(_folder, "people.csv", People), "--data", Data)).Code);
        await using var node = await HubNode.OpenAsync(Settings(), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await using var app = HubServer.Build(node, logging => logging.ClearProviders());
        await app.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        await client.GetAsync(await new SignInLinks(node.Stores.Operations, node.Clock).CreateAsync(client.BaseAddress, "architect", Role.Architect, CancellationToken.None));
        var shy = MatchModel.French.Document.Replace("link: 3.5", "link: 90.0", StringComparison.Ordinal);

        using var tried = await client.PostAsync("/v1/models/shadow", new StringContent(shy));
        using var report = JsonDocument.Parse(await tried.Content.ReadAsStringAsync());
        Assert.Equal(3, report.RootElement.GetProperty("report").GetProperty("goldensAfter").GetInt32());
        using var put = await client.PostAsync("/v1/models/activation", new StringContent(shy));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        using var standing = JsonDocument.Parse(await client.GetStringAsync("/v1/models"));
        Assert.Equal(node.Model.Version, standing.RootElement.GetProperty("current").GetString());
        Assert.NotEqual(MatchModel.French.Version, node.Model.Version);
        Assert.Equal(3, (await node.Stores.Reader.CountAsync(CancellationToken.None)).Goldens);
        Assert.Equal("architect", standing.RootElement.GetProperty("by").GetString());
        using var wrong = await client.PostAsync("/v1/models/activation", new StringContent("model: x\nfields: [nose]\n"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_connection_that_holds_nobody_twice_tells_the_model_so()
    {
        var config = Path.Combine(Data, "config");
        Directory.CreateDirectory(Path.Combine(config, "connections"));
        Directory.CreateDirectory(Path.Combine(config, "mappings"));
        await File.WriteAllTextAsync(Path.Combine(config, "mappings", "people.yaml"), Mapping);
        await File.WriteAllTextAsync(Path.Combine(config, "connections", "people.yaml"), Connection);
        await using (var plain = await HubNode.OpenAsync(Settings(), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None))
        {
            Assert.Equal(MatchModel.French.Version, plain.Model.Version);
        }

        await File.WriteAllTextAsync(Path.Combine(config, "connections", "people.yaml"), Connection + "duplicateFree: true\n");
        await using var node = await HubNode.OpenAsync(Settings(), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        Assert.Equal(MatchModel.French.WithDuplicateFreeSources(["people"]).Version, node.Model.Version);
    }

    private HostSettings Settings() => new() { Data = Data, Listen = new Uri("http://127.0.0.1:0") };
}
