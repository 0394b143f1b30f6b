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

/// <summary>A sustained read of the company-search fake over loopback: a bare HttpClient loop, and the http connector (pipeline, JSON, keys, hashes, records), turn by turn, same pages.</summary>
internal static class HttpReadCommand
{
    private const int PageSize = 25;

    public static Command Command()
    {
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 40_000, Description = "size of the town" };
        var turns = new Option<int>("--turns") { DefaultValueFactory = _ => 7, Description = "turns of each; the best counts" };
        var command = new Command("http-read", "read a fake system bare and through the http connector") { people, turns };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(people), result.GetValue(turns), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int people, int turns, CancellationToken cancellationToken)
    {
        await using var server = await SandboxServer.StartAsync(new RechercheEntreprisesSandbox(), new SandboxOptions { People = people }, cancellationToken);
        var (bare, through, records) = (TimeSpan.MaxValue, TimeSpan.MaxValue, 0);
        for (var turn = 0; turn < turns; turn++)
        {
            bare = Least(bare, await TimeAsync(() => BareAsync(server.Address, cancellationToken)));
            through = Least(through, await TimeAsync(async () => records = await ThroughAsync(server.Address, cancellationToken)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"records {records}, {PageSize} a page"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare HttpClient loop  {records / bare.TotalSeconds:0} records/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"http connector        {records / through.TotalSeconds:0} records/s, {100 * bare / through:0} % of bare"));
    }

    private static async Task BareAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var (page, length) = (1, int.MaxValue); length > 200; page++)
        {
            length = (await client.GetByteArrayAsync(new Uri($"search?code_commune=49007&page={page}&per_page={PageSize}", UriKind.Relative), cancellationToken)).Length;
        }
    }

    private static async Task<int> ThroughAsync(Uri address, CancellationToken cancellationToken)
    {
        var settings = new DeclarativeSettings
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
        var context = new ConnectionContext { Connection = "benchmark", StateFolder = Path.Combine(Path.GetTempPath(), "hub-http-read") };
        var count = 0;
        await foreach (var read in new HttpDocumentConnector().OpenSource(settings, context).ReadAsync(null, cancellationToken))
        {
            count += read is SourceRead.Page(var page) ? page.Records.Count : throw new InvalidOperationException(((SourceRead.Failed)read).Failure.Code);
        }

        return count;
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(since);
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
