using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using Microsoft.Playwright;

namespace IntegrationHub.Tests.EndToEnd.Browser;

[Collection(BrowserCollection.Name)]
public sealed class A_data_protection_officer_at_the_keyboard(HubInBrowser hub)
{
    [Fact]
    public async Task Restricts_lifts_takes_a_copy_and_erases_without_a_mouse()
    {
        var page = await hub.SignedInAsync(Role.Dpo, "en", 1280);
        await page.GotoAsync("/citizens?name=du");
        await Keys.ToFirstRowAsync(page);
        var id = (await page.Locator("[data-row]").First.GetAttributeAsync("href"))!.Split('/')[^1];
        await Keys.PressToNextPageAsync(page, "Enter");
        await TabToAsync(page, "Rights of the person");
        await Keys.PressToNextPageAsync(page, "Enter");

        await OrderAsync(page, "Restrict", "LETTER-1");
        Assert.Contains("Restricted.", await page.Locator(".flash").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(GoldenState.Restricted, await StateAsync(id));
        await OrderAsync(page, "Lift the restriction", "LETTER-2");
        Assert.Equal(GoldenState.Active, await StateAsync(id));

        await FillAsync(page, "Copy of all data", "LETTER-3");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Equal($"person-{id}.json", download.SuggestedFilename);
        await page.GotoAsync($"/citizens/{id}/rights");

        await OrderAsync(page, "Erase", "LETTER-4");
        Assert.Contains("Erased.", await page.Locator(".flash").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(GoldenState.Erased, await StateAsync(id));
    }

    private static async Task OrderAsync(IPage page, string action, string proof)
    {
        await FillAsync(page, action, proof);
        await Keys.PressToNextPageAsync(page, "Enter");
    }

    /// <summary>Opens the order's form and fills it, up to its button.</summary>
    private static async Task FillAsync(IPage page, string action, string proof)
    {
        await TabToAsync(page, action);
        await Keys.PressToNextPageAsync(page, "Enter");
        await TabToAsync(page, "SELECT");
        await Keys.PressUntilAsync(page, "ArrowDown", "document.activeElement.value !== ''");
        await Keys.PressUntilAsync(page, "Tab", "document.activeElement.name === 'proof'");
        foreach (var letters in Enumerable.Range(1, proof.Length).Select(length => proof[..length]))
        {
            await Keys.PressUntilAsync(page, letters[^1..], $"document.activeElement.value === '{letters}'");
        }

        await Keys.PressUntilAsync(page, "Tab", "document.activeElement.name === 'confirm'");
        await Keys.PressUntilAsync(page, "Space", "document.activeElement.checked");
        await Keys.PressUntilAsync(page, "Tab", "document.activeElement.tagName === 'BUTTON'");
    }

    /// <summary>Tabs until the focus stands on the element with this text, or of this tag.</summary>
    private static async Task TabToAsync(IPage page, string text)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string>("document.activeElement.tagName === 'SELECT' ? 'SELECT' : document.activeElement.textContent.trim()");
            if (focused == text)
            {
                return;
            }
        }

        throw new InvalidOperationException($"no key press reaches '{text}' on {page.Url}");
    }

    private async Task<GoldenState> StateAsync(string id) =>
        GoldenId.TryParse(id, out var golden) ? (await hub.Node.Stores.Reader.FindGoldenAsync(golden, CancellationToken.None))!.Golden.State : throw new ArgumentException(id, nameof(id));
}
