using IntegrationHub.Host.Access;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Demo;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Texts;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host.Support;

/// <summary>A real hub over SQLite files with a small town in it, served by Kestrel on loopback.</summary>
public sealed class RunningHub : IAsyncLifetime
{
    private const string Controller = "21330063500017";
    private WebApplication? _app;

    public HubNode Node { get; private set; } = null!;

    public WebApplication App => _app!;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var settings = new HostSettings { Data = Shell.Folder(), Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse(Controller), Town = "Saint-Test" };
        Node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, Words.English, interactive: false);
        await DemoTown.LoadAsync(Node, people: 500, seed: 7, terminal, CancellationToken.None);
        _app = HubServer.Build(Node, logging => logging.ClearProviders());
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await Node.DisposeAsync();
        Directory.Delete(Node.Settings.Data, recursive: true);
    }

    /// <summary>A browser without script, signed in by a one-time link.</summary>
    public async Task<HttpClient> SignInAsync(Role role, string language = "en")
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        var link = await new SignInLinks(Node.Stores.Operations, Node.Clock).CreateAsync(Address, $"test-{role}", role, CancellationToken.None);
        await client.GetAsync(link);
        return client;
    }

    /// <summary>An application with a key of the given contract; its id begins with <paramref name="id"/>.</summary>
    public async Task<HttpClient> ApplicationAsync(string id, Scope attributes, Scope sources, string? submits = null)
    {
        var secret = Secrets.New();
        id = $"{id}-{Guid.NewGuid():N}";
        var contract = new AccessContract
        {
            Name = id, Controller = Siret.Parse(Controller), Purpose = "test", LegalBasis = LegalBasis.PublicTask, Attributes = attributes, Sources = sources,
            Roles = new HashSet<Role> { Role.Application },
        };
        var text = KeyDocument.Print(new ApplicationKey(id, Secrets.Hash(secret), contract, submits));
        await new ConfigurationStore(Node.Stores.Operations, Node.Clock).SaveAsync(KeyDocument.Kind, id, text, "test", CancellationToken.None);
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", ApplicationKey.Text(id, secret));
        return client;
    }

    public HttpClient Anonymous() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
}
