using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Host.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host;

public sealed partial class Trying_the_demo
{
    [Fact]
    public async Task Its_subscriber_is_a_subscription_like_any_other_with_cursor_and_freshness()
    {
        var data = Shell.Folder();
        var (code, output, error) = await Shell.RunAsync("demo", "--people", "60", "--no-serve", "--data", data, "--lang", "en");
        Assert.True(code == 0, error);
        var published = Published().Match(output).Groups[1].Value;

        await using var node = await HubNode.OpenAsync(new HostSettings { Data = data, Listen = new Uri("http://127.0.0.1:0") }, TimeProvider.System, NullLoggerFactory.Instance, default);
        var changes = (await node.Stores.Reader.CountAsync(default)).Changes;
        var log = await node.Stores.Reader.ReadChangesAsync(0, 100_000, default);
        var told = log.Count(change => change.Kind != ChangeKind.Updated || change.Attributes.Count > 0); // an answer that says nothing is no news
        Assert.Equal(told.ToString(CultureInfo.InvariantCulture), published);
        await using var app = HubServer.Build(node, logging => logging.ClearProviders());
        await app.StartAsync();
        var address = new Uri(app.Urls.First());
        using var steward = new HttpClient { BaseAddress = address };
        steward.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await steward.GetAsync(await new SignInLinks(node.Stores.Operations, node.Clock).CreateAsync(address, "test", Role.Steward, default));

        var list = await steward.GetStringAsync("/subscriptions");
        Assert.Contains($"href=\"/subscriptions/{DemoSubscriber.Name}\"", list, StringComparison.Ordinal);
        var page = await steward.GetStringAsync($"/subscriptions/{DemoSubscriber.Name}");
        Assert.Contains($"Last change told</dt><dd>{changes.ToString("N0", CultureInfo.GetCultureInfo("en"))}<", page, StringComparison.Ordinal);
        Assert.Contains("Changes behind</dt><dd>0<", page, StringComparison.Ordinal);
        await app.StopAsync();
    }

    [Fact]
    public async Task A_second_start_tells_nothing_twice()
    {
        var data = Shell.Folder();
        string[] demo = ["demo", "--people", "40", "--no-serve", "--data", data, "--lang", "en"];
        await Shell.RunAsync(demo);
        var (code, output, error) = await Shell.RunAsync(demo);
        Assert.True(code == 0, error);
        Assert.Equal("0", Published().Match(output).Groups[1].Value);
    }

    [GeneratedRegex(@"changes published (\d+)")]
    private static partial Regex Published();
}
