using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Playwright;

namespace IntegrationHub.Tests.EndToEnd.Browser;

[Collection(BrowserCollection.Name)]
public sealed class A_steward_at_the_keyboard(HubInBrowser hub)
{
    [Theory]
    [InlineData("fr", "Fusionné", "Noté")]
    [InlineData("en", "Merged", "Noted")]
    public async Task Decides_goes_on_and_undoes_without_a_mouse(string language, string merged, string noted)
    {
        var page = await hub.StewardAsync(language, 1280);
        await page.GotoAsync("/reviews");
        await Keys.ToFirstRowAsync(page);
        await Keys.PressToNextPageAsync(page, "Enter");
        await ToPairAsync(page);
        var first = Task(page);
        await Keys.PressToNextPageAsync(page, "s");
        Assert.Contains(merged, await page.Locator(".flash").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(ReviewState.Decided, await StateAsync(first));
        await Keys.PressToNextPageAsync(page, "u");
        Assert.Equal(await PairAsync(first), await PairAsync(Task(page)));
        Assert.Equal(ReviewState.Open, await StateAsync(Task(page)));

        await ToPairAsync(page);
        var second = Task(page);
        await Keys.PressToNextPageAsync(page, "n");
        Assert.Contains(noted, await page.Locator(".flash").InnerTextAsync(), StringComparison.Ordinal);
        await Keys.PressToNextPageAsync(page, "u");
        Assert.Equal(await PairAsync(second), await PairAsync(Task(page)));
        Assert.Equal(ReviewState.Open, await StateAsync(Task(page)));
    }

    [Fact]
    public async Task Moves_through_the_queue_with_j_and_k()
    {
        var page = await hub.StewardAsync("en", 1280);
        await page.GotoAsync("/reviews");
        await page.Locator("[data-row]").First.FocusAsync();
        await Keys.PressToNextPageAsync(page, "Enter");
        var first = page.Url;
        await Keys.PressToNextPageAsync(page, "j");
        Assert.NotEqual(first, page.Url);
        await Keys.PressToNextPageAsync(page, "k");
        Assert.Equal(first, page.Url);
    }

    [Fact]
    public async Task Keys_do_nothing_while_a_field_is_typed_in()
    {
        var page = await hub.StewardAsync("en", 1280);
        await page.GotoAsync("/citizens");
        await page.Locator("input[name=name]").PressSequentiallyAsync("jules");
        Assert.Equal("jules", await page.Locator("input[name=name]").InputValueAsync());
    }

    // A lone record has nothing to decide: go on to a pair.
    private static async Task ToPairAsync(IPage page)
    {
        while (await page.Locator("[data-key=s]").CountAsync() == 0)
        {
            await Keys.PressToNextPageAsync(page, "j");
        }
    }

    private static long Task(IPage page) => long.Parse(new Uri(page.Url).Segments[^1]);

    private async Task<(PartKey A, PartKey? B)> PairAsync(long task)
    {
        var row = await hub.Node.Stores.Reader.FindReviewAsync(task, CancellationToken.None);
        return (row!.A, row.B);
    }

    private async Task<ReviewState> StateAsync(long task) => (await hub.Node.Stores.Reader.FindReviewAsync(task, CancellationToken.None))!.State;
}
