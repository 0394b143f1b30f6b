using System.Net;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
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

/// <summary>The whole circle with documents alone: contacts read, golden records written back under the contacts' own ids, and what comes back of it.</summary>
public sealed class Writing_into_Dynamics : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Shell.Folder();

    [Fact]
    public async Task Contacts_are_stamped_none_is_made_and_what_comes_back_changes_nothing()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_DYNAMICS", SandboxContext.Secret);
        await using var crm = await SandboxServer.StartAsync(new DataverseSandbox(), new SandboxOptions { People = 60 });
        Write("config/connections/dynamics.yaml", $$"""
            name: dynamics
            connector: dataverse
            controller: "21330063500017"
            settings:
              url: {{crm.Address}}
              auth: { clientCredentials: { tokenUrl: "{{new Uri(crm.Address, DataverseSandbox.TokenPath)}}", clientId: hub, clientSecret: env:HUB_TEST_DYNAMICS, scope: test } }
              network: { allow: [127.0.0.0/8] }
              columns: [gru_goldenid, lastname, firstname, gru_nomnaissance, gru_prenoms, gru_birthdate_raw, gru_lieunaissance, gendercode, birthdate, emailaddress1, mobilephone, telephone1, address1_line1, address1_line2, address1_postalcode, address1_city, donotbulkemail, statecode, modifiedon]
            """);
        Write("config/subscriptions/crm-out.yaml", """
            name: crm-out
            channel: sink
            connection: dynamics
            controller: "21330063500017"
            purpose: citizen-relations
            legalBasis: public-task
            attributes: ["*"]
            sources: ["*"]
            """);
        var settings = new HostSettings { Data = _folder, Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") };
        await using var node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await using var app = HubServer.Build(node, logging => logging.ClearProviders());
        await app.StartAsync();
        var connection = (await node.Configuration.FindAsync("dynamics", default))!;
        var first = await node.RunAsync(connection, approved: false, null, default);
        var people = (await node.Stores.Reader.CountAsync(default)).Goldens;
        var changes = await node.Stores.Reader.FindLastChangeAsync(default);

        using var architect = await ArchitectAsync(node, new Uri(app.Urls.First()));
        using (var released = await architect.PostAsync("/v1/subscriptions/crm-out/release?from=beginning", null))
        {
            Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        }

        await UntilAsync(async () => (await node.Stores.Operations.FindCursorAsync("crm-out", default))?.Sequence == changes);
        var told = await node.Stores.Operations.ListToldAsync("sink:crm-out", null, 1000, default);
        var written = crm.Changes;
        var second = await node.RunAsync(connection, approved: false, null, default);

        Assert.True(first.Failure is null && second.Failure is null);
        Assert.Equal(people, told.Count);
        Assert.All(told, row => Assert.True(Guid.TryParse(row.ForeignKey, out _)));
        Assert.Equal(0, (await node.Stores.Operations.CountParkedAsync("crm-out", default)).Count);
        Assert.InRange(second.Row.Read, people, first.Row.Read);
        Assert.Equal((changes, first.Row.Read), (await node.Stores.Reader.FindLastChangeAsync(default), (await node.Stores.Reader.CountAsync(default)).Records));
        Assert.Equal(written, crm.Changes);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<HttpClient> ArchitectAsync(HubNode node, Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        await client.GetAsync(await new SignInLinks(node.Stores.Operations, node.Clock).CreateAsync(address, "test", Role.Architect, CancellationToken.None));
        return client;
    }

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await done())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
