using System.Net;
using System.Text;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Tests.Host.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Host;

/// <summary>Connections and mappings that a subscription writes through, changed and removed while it runs.</summary>
public sealed class Changing_what_is_written_through : IAsyncLifetime, IDisposable
{
    private const string Connection = """
        name: dynamics
        connector: dataverse
        controller: "21330063500017"
        settings:
          url: https://mairie.api.crm12.dynamics.com/api/data/v9.2
        """;

    private const string Subscription = """
        name: crm-out
        channel: sink
        connection: dynamics
        controller: "21330063500017"
        purpose: citizen-relations
        legalBasis: public-task
        attributes: ["*"]
        sources: ["*"]
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Shell.Folder();
    private readonly OpeningsCounted _logs = new("dataverse");
    private HubNode _node = null!;
    private WebApplication _app = null!;
    private HttpClient _architect = null!;

    public async Task InitializeAsync()
    {
        var settings = new HostSettings { Data = _folder, Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") };
        _node = await HubNode.OpenAsync(settings, TimeProvider.System, _logs, CancellationToken.None);
        _app = HubServer.Build(_node, logging => logging.ClearProviders());
        await _app.StartAsync();
        _architect = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        await _architect.GetAsync(await new SignInLinks(_node.Stores.Operations, _node.Clock).CreateAsync(_architect.BaseAddress, "test", Role.Architect, CancellationToken.None));
        await PutAsync("connections/dynamics", Connection, HttpStatusCode.OK);
        await PutAsync("subscriptions/crm-out", Subscription, HttpStatusCode.OK);
        await OpenedAsync(1);
    }

    [Fact]
    public async Task A_subscription_opens_its_system_again_by_the_connection_and_the_mapping_that_were_changed()
    {
        await PutAsync("connections/dynamics", Connection.Replace("mairie.api", "ville.api", StringComparison.Ordinal), HttpStatusCode.OK);
        await OpenedAsync(2);
        await PutAsync("mappings/dynamics", await _architect.GetStringAsync("/v1/mappings/dynamics") + "# ours\n", HttpStatusCode.OK);
        await OpenedAsync(3);
    }

    [Fact]
    public async Task A_connection_goes_only_after_the_subscription_that_writes_through_it()
    {
        using var refused = await _architect.DeleteAsync("/v1/connections/dynamics");
        var said = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("crm-out", said, StringComparison.Ordinal);
        Assert.Equal(Connection, await _architect.GetStringAsync("/v1/connections/dynamics/document"));
        Assert.Equal(HttpStatusCode.OK, (await _architect.GetAsync("/v1/connections/dynamics")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _architect.DeleteAsync("/v1/subscriptions/crm-out")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _architect.DeleteAsync("/v1/connections/dynamics")).StatusCode);
    }

    [Fact]
    public async Task A_change_a_subscription_could_not_write_by_is_refused_and_changes_nothing()
    {
        var shipped = await _architect.GetStringAsync("/v1/mappings/dynamics");
        var inwards = shipped[..shipped.IndexOf("outgoing:", StringComparison.Ordinal)];
        var files = Shell.Write(_folder, "people.csv", "id\n");

        foreach (var dry in new[] { "?dryRun=true", "" })
        {
            await PutAsync($"mappings/dynamics{dry}", inwards, HttpStatusCode.UnprocessableEntity, "crm-out.yaml:2");
            await PutAsync($"connections/dynamics{dry}", Connection + "\nmapping: annuaire", HttpStatusCode.UnprocessableEntity, "annuaire");
            await PutAsync($"connections/dynamics{dry}", $"name: dynamics\nconnector: csv\ncontroller: \"21330063500017\"\nsettings: {"{"} path: \"{files}\", key: [id] {"}"}\n", HttpStatusCode.UnprocessableEntity, "crm-out.yaml:3");
        }

        Assert.Equal(shipped, await _architect.GetStringAsync("/v1/mappings/dynamics"));
        Assert.Equal(Connection, await _architect.GetStringAsync("/v1/connections/dynamics/document"));
    }

    public void Dispose() => _architect?.Dispose();

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _node.DisposeAsync();
        _logs.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task PutAsync(string path, string text, HttpStatusCode expected, string says = "")
    {
        using var answer = await _architect.PutAsync($"/v1/{path}", new StringContent(text, Encoding.UTF8, "application/yaml"));
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, said);
        Assert.Contains(says, said, StringComparison.Ordinal);
    }

    private async Task OpenedAsync(int times)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (_logs.Openings < times)
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
