using System.Net;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Tests.Host.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host;

/// <summary>The whole circle with the document that ships: profiles read, golden records written back under the accounts' own ids, and what comes back of it.</summary>
public sealed class Writing_into_Publik : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Shell.Folder();

    [Fact]
    public async Task Profiles_are_stamped_and_what_comes_back_changes_nothing()
    {
        await using var portal = await SandboxServer.StartAsync(new PublikProfilesSandbox(), new SandboxOptions { People = 60 });
        Write("config/connections/publik-profils.yaml", ShippedProfiles.At(portal.Address, Shell.Write(_folder, "key", SandboxContext.Secret)));
        Write("config/subscriptions/profils.yaml", """
            name: profils
            channel: sink
            connection: publik-profils
            controller: "21490007800012"
            purpose: citizen-relations
            legalBasis: public-task
            attributes: ["*"]
            sources: ["*"]
            """);
        var settings = new HostSettings { Data = _folder, Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21490007800012") };
        await using var node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await using var app = HubServer.Build(node, logging => logging.ClearProviders());
        await app.StartAsync();
        var connection = (await node.Configuration.FindAsync("publik-profils", default))!;
        var first = await node.RunAsync(connection, approved: false, null, default);
        var people = (await node.Stores.Reader.CountAsync(default)).Goldens;
        var changes = await node.Stores.Reader.FindLastChangeAsync(default);

        using var architect = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await architect.GetAsync(await new SignInLinks(node.Stores.Operations, node.Clock).CreateAsync(architect.BaseAddress, "test", Role.Architect, default));
        using (var released = await architect.PostAsync("/v1/subscriptions/profils/release?from=beginning", null))
        {
            Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        }

        await UntilAsync(async () => (await node.Stores.Operations.FindCursorAsync("profils", default))?.Sequence == changes);
        var told = await node.Stores.Operations.ListToldAsync("sink:profils", null, 1000, default);
        var written = portal.Changes;
        var second = await node.RunAsync(connection, approved: false, null, default);

        Assert.True(first.Failure is null && second.Failure is null);
        Assert.Equal(people, told.Count);
        Assert.All(told, row => Assert.NotNull(row.ForeignKey));
        Assert.Equal(0, (await node.Stores.Operations.CountParkedAsync("profils", default)).Count);
        Assert.InRange(written, people, first.Row.Read);
        Assert.InRange(second.Row.Read, people, first.Row.Read);
        Assert.Equal((changes, first.Row.Read), (await node.Stores.Reader.FindLastChangeAsync(default), (await node.Stores.Reader.CountAsync(default)).Records));
        await app.StopAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
