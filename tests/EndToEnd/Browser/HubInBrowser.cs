using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Demo;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Texts;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Reconciling;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace IntegrationHub.Tests.EndToEnd.Browser;

/// <summary>A served hub with a small town in it, and the system's Chromium.</summary>
public sealed class HubInBrowser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public HubNode Node { get; private set; } = null!;

    private Uri Address => new(_app!.Urls.First());

    public async Task InitializeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hub-browser-").FullName;
        var settings = new HostSettings { Data = folder, Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017"), Town = "Saint-Test" };
        Node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, Words.English, interactive: false);
        await DemoTown.LoadAsync(Node, people: 600, seed: 11, terminal, CancellationToken.None);
        _app = HubServer.Build(Node, logging => logging.ClearProviders());
        await _app.StartAsync();
        await SubscribeAsync(_app.Services.GetRequiredService<SubscriptionBoard>(), _app.Services.GetRequiredService<ReconciliationDesk>().Book);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await _browser!.DisposeAsync();
        _playwright!.Dispose();
        await _app!.DisposeAsync();
        await Node.DisposeAsync();
        Directory.Delete(Node.Settings.Data, recursive: true);
    }

    /// <summary>A signed-in steward's page, in that language and width, and in that colour scheme.</summary>
    public Task<IPage> StewardAsync(string language, int width, ColorScheme scheme = ColorScheme.Light) => SignedInAsync(Role.Steward, language, width, scheme);

    public async Task<IPage> SignedInAsync(Role role, string language, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language == "fr" ? "fr-FR" : "en-GB",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            BaseURL = Address.ToString(),
            BypassCSP = true, // axe-core is injected into pages that let no foreign script in
        });
        var page = await context.NewPageAsync();
        var link = await new SignInLinks(Node.Stores.Operations, Node.Clock).CreateAsync(Address, "marie.durand", role, CancellationToken.None);
        await page.GotoAsync(link.ToString());
        return page;
    }

    // A subscription whose copy was compared before: it drifted, was better, and drifts again.
    private static async Task SubscribeAsync(SubscriptionBoard board, ReconciliationBook book)
    {
        Environment.SetEnvironmentVariable("HUB_BROWSER_SECRET", WebhookSecret.Generate().Reveal());
        await board.SaveAsync("portail", """
            name: portail
            endpoint: https://portail.example/changements
            controller: "21330063500017"
            purpose: espace-citoyen
            legalBasis: public-task
            attributes: [birthName, emails]
            sources: ["*"]
            secrets: [env:HUB_BROWSER_SECRET]
            owner: dsi@saint-test.example
            """, "test", CancellationToken.None);
        var day = new DateTimeOffset(2026, 3, 1, 2, 30, 0, TimeSpan.Zero);
        foreach (var (age, missing) in new[] { (2, 4), (1, 0), (0, 2) })
        {
            IReadOnlyList<Drift> drifts = [.. Enumerable.Range(1, missing).Select(person => new Drift(new GoldenId(person).ToString(), DriftKind.Missing))];
            await book.AddAsync("portail", new ReconciliationPoint(day.AddDays(-age), 400, 400 - missing, missing, 0, 0), "portail-0a1b2c3d", 0, drifts, CancellationToken.None);
        }
    }

    private static string Chromium() => Environment.GetEnvironmentVariable("HUB_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";
}
