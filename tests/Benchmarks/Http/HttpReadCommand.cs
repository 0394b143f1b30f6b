using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems;

namespace IntegrationHub.Tests.Benchmarks.Http;

/// <summary>A sustained read of the company-search fake over loopback: a bare HttpClient loop, the pipeline alone, and the whole http connector, turn by turn, same pages.</summary>
internal static class HttpReadCommand
{
    private const int PageSize = 25;

    public static Command Command()
    {
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 40_000, Description = "size of the town" };
        var turns = new Option<int>("--turns") { DefaultValueFactory = _ => 7, Description = "turns of each; the best counts" };
        var passes = new Option<int>("--passes") { DefaultValueFactory = _ => 20, Description = "reads of the whole a turn" };
        var command = new Command("http-read", "read a fake system bare and through the http connector") { people, turns, passes };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(people), result.GetValue(turns), result.GetValue(passes), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int people, int turns, int passes, CancellationToken cancellationToken)
    {
        await using var server = await SandboxServer.StartAsync(new RechercheEntreprisesSandbox(), new SandboxOptions { People = people }, cancellationToken);
        using var client = new HttpClient { BaseAddress = server.Address };
        var settings = Settings(server.Address);
        var (connector, context) = (new HttpDocumentConnector(), new ConnectionContext { Connection = "benchmark", StateFolder = Path.Combine(Path.GetTempPath(), "hub-http-read") });
        var link = new LinkOnly().Open(settings, context);
        var (bare, pipeline, through, records) = (TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue, 0);
        for (var turn = 0; turn < turns; turn++)
        {
            bare = Least(bare, await TimeAsync(passes, () => PagesAsync(async page => (await client.GetByteArrayAsync(new Uri(page, UriKind.Relative), cancellationToken)).Length)));
            pipeline = Least(pipeline, await TimeAsync(passes, () => PagesAsync(async page => (await link.GetAsync(page, cancellationToken)).Body.Length)));
            through = Least(through, await TimeAsync(passes, async () => records = await ReadAsync(connector.OpenSource(settings, context), cancellationToken)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"records {records}, {PageSize} a page, {passes} passes, best of {turns} turns"));
        Print("bare HttpClient loop", bare);
        Print("http pipeline", pipeline);
        Print("http connector (JSON, keys, hashes, records)", through);

        void Print(string what, TimeSpan time) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-46}{(double)records * passes / time.TotalSeconds,10:0} records/s {100 * bare / time,5:0} % of bare"));
    }

    // Ends after the first page without records.
    private static async Task PagesAsync(Func<string, Task<int>> get)
    {
        for (var (page, length) = (1, int.MaxValue); length > 200; page++)
        {
            length = await get($"search?code_commune=49007&page={page}&per_page={PageSize}");
        }
    }

    private static DeclarativeSettings Settings(Uri address) => new()
    {
        Url = BaseAddress.Of(address),
        Network = new NetworkSettings { Allow = [new NetworkRange(IPNetwork.Parse("127.0.0.0/8"))] },
        Request = new RequestSettings
        {
            Path = "search",
            Query = new Dictionary<string, Template> { ["code_commune"] = Template.Parse("49007"), ["page"] = Template.Parse("{page}"), ["per_page"] = Template.Parse("{size}") },
        },
        Paging = new PagingSettings { Kind = PagingKind.Page, Size = PageSize },
        Records = JsonPath.Parse("results"),
        Key = [JsonPath.Parse("siren")],
    };

    private static async Task<int> ReadAsync(ISource source, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var read in source.ReadAsync(null, cancellationToken))
        {
            count += read is SourceRead.Page(var page) ? page.Records.Count : throw new InvalidOperationException(((SourceRead.Failed)read).Failure.Code);
        }

        return count;
    }

    private static async Task<TimeSpan> TimeAsync(int passes, Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        for (var pass = 0; pass < passes; pass++)
        {
            await work();
        }

        return Stopwatch.GetElapsedTime(since);
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
