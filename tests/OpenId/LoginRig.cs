using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Hub.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.OpenId;

/// <summary>A real hub beside the real provider, with a portal that has a key.</summary>
public sealed class LoginRig : IAsyncLifetime
{
    public const string Portal = "https://portail.example/retour";

    private const string Siret = "21330063500017";
    private static readonly string[] Names = ["identite", "rs256", "hs256", "plain", "generique", "secret-faux", "autre-emetteur"];

    private readonly string folder = Directory.CreateTempSubdirectory("hub-openid-").FullName;
    private WebApplication app = null!;

    public CertifiedProvider Provider { get; private set; } = null!;

    public HubNode Node { get; private set; } = null!;

    public MovedTime Time { get; } = new();

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_OIDC_SECRET", CertifiedProvider.Secret);
        Environment.SetEnvironmentVariable("HUB_TEST_OIDC_WRONG", "another-secret-0d9c");
        Provider = await CertifiedProvider.StartAsync();
        Directory.CreateDirectory(Path.Combine(folder, "config", "connections"));
        Write("identite", "hub", "franceconnect");
        Write("rs256", "rs256", "franceconnect");
        Write("hs256", "hs256", "franceconnect");
        Write("plain", "plain", "franceconnect");
        Write("secret-faux", "hub", "franceconnect", secret: "env:HUB_TEST_OIDC_WRONG");
        Write("autre-emetteur", "hub", "franceconnect", url: $"http://localhost:{Provider.Issuer.Port}");
        Write("generique", "hub", "openid", more: ", scopes: [openid, identite_pivot, email], secretIn: body");
        await File.WriteAllTextAsync(Path.Combine(folder, "config", "connections", "portail.yaml"), $"""
            name: portail
            connector: webhook
            controller: "{Siret}"
            mapping: portail
            settings: {"{"} keys: ["env:HUB_TEST_OIDC_SECRET"], key: [sub] {"}"}
            """);
        var settings = new HostSettings { Data = folder, Listen = new Uri("http://127.0.0.1:0"), Siret = Connectors.Abstractions.Connections.Siret.Parse(Siret) };
        Node = await HubNode.OpenAsync(settings, Time, NullLoggerFactory.Instance, CancellationToken.None);
        app = HubServer.Build(Node, logging => logging.ClearProviders());
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        await Provider.KnowAsync(Names.Select(name => new Uri(Address, $"/login/callback/{name}")), new Uri(Address, "/login/left"));
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await Node.DisposeAsync();
        await Provider.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>An application with a key over these connections.</summary>
    public async Task<HttpClient> ApplicationAsync(Scope sources, string? submits = null)
    {
        var (secret, id) = (Secrets.New(), $"portal-{Guid.NewGuid():N}");
        var contract = new AccessContract
        {
            Name = id, Controller = Connectors.Abstractions.Connections.Siret.Parse(Siret), Purpose = "test", LegalBasis = LegalBasis.PublicTask, Attributes = Scope.All, Sources = sources,
            Roles = new HashSet<Role> { Role.Application },
        };
        await new ConfigurationStore(Node.Stores.Operations, Node.Clock).SaveAsync(KeyDocument.Kind, id, KeyDocument.Print(new ApplicationKey(id, Secrets.Hash(secret), contract, submits)), "test", CancellationToken.None);
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", ApplicationKey.Text(id, secret));
        return client;
    }

    /// <returns>Id of the login, and where the person's browser goes.</returns>
    public static async Task<(string Login, Uri Address)> BeginAsync(HttpClient portal, string connection = "identite", string? returnTo = Portal)
    {
        using var answer = await portal.PostAsJsonAsync($"/v1/connections/{connection}/logins", new { returnTo });
        var started = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return answer.IsSuccessStatusCode ? ((string)started["login"]!, new Uri((string)started["address"]!)) : throw new InvalidOperationException($"{answer.StatusCode} {started}");
    }

    /// <summary>The whole way: begun by the portal, gone by the browser, read by the portal.</summary>
    public static async Task<JsonNode> SignInAsync(HttpClient portal, PersonsBrowser browser, string connection = "identite")
    {
        var (login, address) = await BeginAsync(portal, connection);
        var (back, _, page) = await browser.GoAsync(address);
        var query = System.Web.HttpUtility.ParseQueryString(back.Query);
        Assert.True(back.Host == "portail.example", $"{back.AbsolutePath}: {page}");
        Assert.Equal(login, query["login"]);
        return JsonNode.Parse(await portal.GetStringAsync($"/v1/logins/{login}?answer={query["answer"]}"))!;
    }

    private void Write(string name, string client, string connector, string secret = "env:HUB_TEST_OIDC_SECRET", string? url = null, string more = "") =>
        File.WriteAllText(Path.Combine(folder, "config", "connections", $"{name}.yaml"), $"""
            name: {name}
            connector: {connector}
            controller: "{Siret}"
            mapping: {(connector == "openid" ? "openid" : "franceconnect")}
            returns: ["{Portal}"]
            settings: {"{"} url: "{url ?? Provider.Issuer.AbsoluteUri}", clientId: {client}, clientSecret: "{secret}", network: {"{"} allow: ["127.0.0.0/8", "::1/128"] {"}"}{more} {"}"}
            """);
}
