using IntegrationHub.Hub.Contracts;
using Microsoft.Playwright;

namespace IntegrationHub.Tests.EndToEnd.Browser;

[Collection(BrowserCollection.Name)]
public sealed class Pages_for_everybody(HubInBrowser hub)
{
    [Theory]
    [InlineData("fr", 1280, ColorScheme.Light)]
    [InlineData("en", 1280, ColorScheme.Dark)]
    [InlineData("fr", 390, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    public async Task No_page_has_an_accessibility_finding_or_scrolls_sideways(string language, int width, ColorScheme scheme)
    {
        var page = await hub.StewardAsync(language, width, scheme);
        await LookAsync(page, await PathsAsync(page), language, width, scheme);
    }

    [Theory]
    [InlineData("fr", 1280, ColorScheme.Light)]
    [InlineData("en", 390, ColorScheme.Dark)]
    public async Task Nor_has_a_page_of_the_data_protection_officer(string language, int width, ColorScheme scheme)
    {
        var page = await hub.SignedInAsync(Role.Dpo, language, width, scheme);
        await page.GotoAsync("/citizens?name=ma");
        var person = (await page.Locator("[data-row]").First.GetAttributeAsync("href"))!;
        await LookAsync(
            page, ["/rights", "/rights?id=none", person, $"{person}/rights", $"{person}/rights/erasure", $"{person}/rights/death?problem=date", $"{person}/rights/access"], language, width, scheme);
    }

    [Theory]
    [InlineData("fr", 1280, ColorScheme.Light)]
    [InlineData("en", 390, ColorScheme.Dark)]
    public async Task Nor_has_the_page_on_which_an_architect_repairs_a_copy(string language, int width, ColorScheme scheme)
    {
        var page = await hub.SignedInAsync(Role.Architect, language, width, scheme);
        await LookAsync(page, ["/subscriptions/portail?said=repairing"], language, width, scheme);
        var button = page.Locator("form[action$='/repair'] button");
        await button.FocusAsync();
        await Keys.PressToNextPageAsync(page, "Enter");
        Assert.EndsWith("/subscriptions/portail?said=repairing", page.Url, StringComparison.Ordinal);
        Assert.Contains(language == "fr" ? "Renvoi demandé" : "Asked", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", 390, ColorScheme.Light)]
    [InlineData("en", 1280, ColorScheme.Dark)]
    public async Task Nor_have_those_of_connections_which_an_architect_checks_previews_pauses_and_resumes_by_keyboard(string language, int width, ColorScheme scheme)
    {
        var page = await hub.SignedInAsync(Role.Architect, language, width, scheme);
        await LookAsync(page, ["/connections", "/connectors", "/runs", "/connections/crm"], language, width, scheme);
        foreach (var (what, seen) in new[]
        {
            ("check", language == "fr" ? "le système répond" : "the system answers"), ("preview", language == "fr" ? "Tel que reçu" : "As received"),
            ("pause", language == "fr" ? "En pause" : "Paused"), ("resume", language == "fr" ? "Reprise" : "Resumed"),
        })
        {
            await page.GotoAsync("/connections/crm");
            await page.Locator($"form[action$='/{what}'] button").FocusAsync();
            await Keys.PressToNextPageAsync(page, "Enter");
            Assert.Contains(seen, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await LookHereAsync(page, $"/connections/crm/{what}", language, width, scheme);
        }
    }

    private static async Task LookAsync(IPage page, IReadOnlyList<string> paths, string language, int width, ColorScheme scheme)
    {
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await LookHereAsync(page, path, language, width, scheme);
        }
    }

    private static async Task LookHereAsync(IPage page, string path, string language, int width, ColorScheme scheme)
    {
        var findings = await Axe.FindAsync(page);
        Assert.True(findings.Count == 0, $"{path}: {string.Join('\n', findings)}");
        var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wider <= 0, $"{path} is {wider} px too wide at {width}");
        if (Environment.GetEnvironmentVariable("HUB_TEST_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = $"{language}-{width}-{scheme}-{path.Split('?')[0].Trim('/').Replace('/', '-')}.png";
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
        }
    }

    [Fact]
    public async Task The_language_switch_keeps_the_page()
    {
        var page = await hub.StewardAsync("fr", 1280);
        await page.GotoAsync("/citizens?name=ma");
        await page.Locator("a.lang").ClickAsync();
        Assert.EndsWith("/citizens?name=ma", page.Url, StringComparison.Ordinal);
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(IPage page)
    {
        await page.GotoAsync("/reviews");
        var task = (await page.Locator("[data-row]").First.GetAttributeAsync("href"))!;
        await page.GotoAsync("/citizens?name=ma");
        var person = (await page.Locator("[data-row]").First.GetAttributeAsync("href"))!;
        await page.GotoAsync("/quality");
        await PressAsync(page, "form[action='/quality/audits'] button");
        var audit = (await page.Locator("a[href^='/quality/audits/']").First.GetAttributeAsync("href"))!;
        await page.GotoAsync(audit);
        await PressAsync(page, "button.yes");
        return ["/", "/reviews", task, "/citizens?name=ma", person, "/runs", "/connectors", "/quality", audit, "/rejected", "/subscriptions", "/subscriptions/portail", "/denied", "/nothing-here"];
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await page.Locator(button).FocusAsync();
        await Keys.PressToNextPageAsync(page, "Enter");
    }
}
