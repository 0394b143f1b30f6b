using Microsoft.Playwright;

namespace IntegrationHub.Tests.EndToEnd.Browser;

internal static class Keys
{
    /// <summary>Waits until the page has been painted: Chromium drops what is typed before its first frame.</summary>
    public static async Task PaintedAsync(IPage page) =>
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");

    /// <summary>
    /// Presses a key that leads to another page, and waits until that page is painted. A loaded Chromium loses a key now and then:
    /// as long as the page stays, it is pressed again.
    /// </summary>
    public static async Task PressToNextPageAsync(IPage page, string key)
    {
        await page.EvaluateAsync("() => { window.pressedHere = true; }");
        for (var tries = 1; ; tries++)
        {
            await page.Keyboard.PressAsync(key);
            try
            {
                await page.WaitForFunctionAsync("() => !window.pressedHere && document.readyState === 'complete'", null, new() { Timeout = 20_000 });
                break;
            }
            catch (TimeoutException) when (tries < 6)
            {
                await PaintedAsync(page);
            }
        }

        await page.Locator("h1").WaitForAsync();
        await PaintedAsync(page);
    }

    /// <summary>Presses a key until the page shows what it does.</summary>
    public static async Task PressUntilAsync(IPage page, string key, string condition)
    {
        for (var tries = 1; ; tries++)
        {
            await page.Keyboard.PressAsync(key);
            try
            {
                await page.WaitForFunctionAsync($"() => {condition}", null, new() { Timeout = 5_000 });
                return;
            }
            catch (TimeoutException) when (tries < 6)
            {
                await PaintedAsync(page);
            }
        }
    }

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
