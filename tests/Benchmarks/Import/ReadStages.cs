using System.CommandLine;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Values;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Projection;

namespace IntegrationHub.Tests.Benchmarks.Import;

/// <summary>What an import does before its writer, stage by stage: reading, forbidden fields, mapping, projection for the matcher.</summary>
internal static class ReadStages
{
    private const int PageRecords = 1000;

    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 100_000, Description = "records in the town" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 77, Description = "which town" };
        var turns = new Option<int>("--turns") { DefaultValueFactory = _ => 5, Description = "times; the best of each stage is told" };
        var command = new Command("read-stages", "processor time and memory of an import before its writer, by stage") { records, seed, turns };
        command.SetAction((result, token) => RunAsync(result.GetValue(records), result.GetValue(seed), result.GetValue(turns), token));
        return command;
    }

    private static async Task RunAsync(int records, ulong seed, int turns, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-read-");
        try
        {
            var file = FlatTown.Write(folder, records, seed);
            var (mapping, received, model) = (FlatTown.Mapping(), TimeProvider.System.GetUtcNow(), MatchModel.French);
            var projection = new MatchProjection(model, new HashSet<IdentityStatus>());
            MappedRecord Map(SourceRecord row) => mapping.Map("town", row, received);
            MatchRecord Project(MappedRecord record) => projection.Project(new PartKey(record.Key, record.Citizens[0].Part), record.Citizens[0].Citizen);

            // What a stage gives is dropped at once, as an import drops its pages; what it starts from stands still in memory.
            List<SourceRecord> rows = [];
            await ReadAsync(file, folder, page => rows.AddRange(page.Records), cancellationToken);
            var mapped = rows.ConvertAll(Map).FindAll(record => record.Citizens.Count == 1);
            var seen = mapped.ConvertAll(Project);
            var (vocabulary, batch) = (model.NewVocabulary(), new RowBatch(model.Rows, 32, 512));
            var stages = new Stage[]
            {
                new("read, with forbidden fields", () => ReadAsync(file, folder, _ => { }, cancellationToken)),
                new("map", () => Each(rows, row => Map(row))),
                new("project for the matcher", () => Each(mapped, record => Project(record))),
                new("normalise and make keys", () => Each(seen, record => Keys(record, model, vocabulary, batch))),
            };
            for (var turn = 0; turn < turns; turn++)
            {
                foreach (var stage in stages)
                {
                    await stage.MeasureAsync(records);
                }
            }

            foreach (var stage in stages)
            {
                stage.Print();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ReadAsync(string file, DirectoryInfo folder, Action<SourcePage> take, CancellationToken cancellationToken)
    {
        var context = new ConnectionContext { Connection = "town", StateFolder = folder.FullName, Preview = true };
        var source = new CsvConnector().OpenSource(new CsvSettings { Path = file, PageSize = PageRecords }, context);
        await foreach (var read in source.ReadAsync(after: null, cancellationToken))
        {
            take(((SourceRead.Page)read).Value);
        }
    }

    private static Task Each<T>(List<T> items, Action<T> work)
    {
        items.ForEach(work);
        return Task.CompletedTask;
    }

    private static void Keys(MatchRecord record, MatchModel model, Vocabulary vocabulary, RowBatch batch)
    {
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        model.Keys.Write(model.Rows.Write(record, vocabulary, batch), vocabulary, keys);
    }
}
