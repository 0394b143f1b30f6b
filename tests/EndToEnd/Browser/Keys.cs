using Microsoft.Playwright;

namespace IntegrationHub.Tests.EndToEnd.Browser;

internal static class Keys
{
    /// <summary>Waits until the page has been painted: Chromium drops what is typed before its first frame.</summary>
    public static async Task PaintedAsync(IPage page) =>
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");

    /// <summary>Presses <c>j</c> until the first row has the focus.</summary>
    public static async Task ToFirstRowAsync(IPage page)
    {
        await PaintedAsync(page);
        for (var tries = 0; tries < 300; tries++)
        {
            await page.Keyboard.PressAsync("j");
            if (await page.Locator("[data-row]:focus").CountAsync() == 1)
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"'j' never reaches a row on {page.Url}");
    }
}
