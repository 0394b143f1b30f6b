using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Demo;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Host.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace IntegrationHub.Tests.Host;

/// <summary>Every system of the made-up town hall, over HTTP and by files, against the town's truth: what the hub joins by itself, over all pairs of records that name a person.</summary>
public sealed class The_demos_golden_records_are_right(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    public async Task Every_system_of_two_thousand_people_reaches_the_matching_bars(ulong seed)
    {
        var settings = new HostSettings { Data = Shell.Folder(), Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") };
        await using var node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, default);
        await using var hall = await DemoHall.OpenAsync(node, people: 2000, seed, default);
        using var talk = new StringWriter();
        await hall.LoadAsync(new Terminal(TextWriter.Null, talk, Words.English, interactive: false), default);
        var truth = new DemoTruth(hall.Town);

        var clusters = new List<IReadOnlyList<(string Connection, string Person)>>();
        await foreach (var golden in node.Stores.Reader.ReadAllGoldensAsync(default))
        {
            var sources = await node.Stores.Reader.ReadSourcesAsync(golden.Golden.Id, default);
            clusters.Add([.. sources.SelectMany(source => source.Parts, (source, part) => (source, part)).Where(one => one.part.Golden == golden.Golden.Id && !AnswerKey.IsAnswer(one.part.Key))
                .Select(one => (one.part.Key.Record.Connection, truth.Of(one.part.Key, one.source.Record.Body)))]);
        }

        var records = clusters.SelectMany(cluster => cluster).ToList();
        var right = Pairs(clusters.SelectMany(cluster => cluster.GroupBy(record => record.Person).Select(same => same.Count())));
        var claimed = Pairs(clusters.Select(cluster => cluster.Count));
        var existing = Pairs(records.GroupBy(record => record.Person).Select(person => person.Count()));
        output.WriteLine(talk.ToString());
        output.WriteLine($"{records.Count} people named in records, {clusters.Count} golden records; precision {right / claimed:F5}, recall {right / existing:F5}");
        foreach (var (connection, count) in records.CountBy(record => record.Connection))
        {
            var own = clusters.Sum(cluster => cluster.GroupBy(record => record.Person).Sum(same => (double)same.Count(record => record.Connection == connection) * (same.Count() - 1)));
            var ofAll = records.GroupBy(record => record.Person).Sum(same => (double)same.Count(record => record.Connection == connection) * (same.Count() - 1));
            output.WriteLine($"  {connection}: {count}, found {own / ofAll:F4} of its pairs");
        }

        Assert.Equal(0, (await node.Stores.Reader.CountAsync(default)).Quarantined);
        Assert.Equal(truth.Count, records.Count);
        Assert.InRange(right / claimed, 0.998, 1);
        Assert.InRange(right / existing, 0.93, 1);
    }

    private static double Pairs(IEnumerable<int> sizes) => sizes.Sum(size => size * (size - 1.0) / 2);
}
