using System.Text.Json;
using Microsoft.Playwright;

namespace IntegrationHub.Tests.EndToEnd.Browser;

/// <summary>Runs axe-core in a page.</summary>
internal static class Axe
{
    /// <summary>Every finding as <c>rule: target</c>; empty when there is none.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Script() });
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document)).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`))");
        return [.. found.EnumerateArray().Select(item => item.GetString()!)];
    }

    private static string Script()
    {
        var named = Environment.GetEnvironmentVariable("HUB_TEST_AXE");
        return named is { Length: > 0 } && File.Exists(named)
            ? named
            : throw new InvalidOperationException("axe-core is not installed: run tests/run.sh, or name its axe.min.js in HUB_TEST_AXE");
    }
}
