using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Drop;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Drop;

public sealed class Dropping_files : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _state = new();

    [Fact]
    public async Task What_is_written_at_once_comes_in_one_file_and_nobody_sees_half_of_it()
    {
        var sink = Open(new DropSettings { Folder = _folder.Root, Format = DropFormat.Json, PageSize = 100, GatherMilliseconds = 20 });
        using var stop = new CancellationTokenSource();
        var watching = WatchAsync(stop.Token);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 1000).Select(async number => await sink.WriteAsync(Record(number), default)));

        await stop.CancelAsync();
        Assert.All(outcomes, outcome => Assert.Equal(SinkEffect.Created, Assert.IsType<SinkOutcome.Written>(outcome).Effect));
        var files = Directory.GetFiles(_folder.Root, "citizens-*.jsonl");
        Assert.InRange(files.Length, 10, 100);
        Assert.Equal(Directory.GetFileSystemEntries(_folder.Root).Length, files.Length);
        Assert.Equal(1000, files.SelectMany(File.ReadLines).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).Distinct().Count());
        foreach (var (file, length) in await watching)
        {
            Assert.True(new FileInfo(file).Length == length, "a file grew after it was seen");
        }
    }

    [Fact]
    public async Task A_hub_started_again_drops_nothing_twice_and_clears_what_a_crash_left()
    {
        await Open(Csv()).WriteAsync(Record(1), default);
        File.WriteAllText(_folder.At(".citizens-20260301T000000Z-abcdef.csv.part"), "half a");
        var again = Assert.IsType<SinkOutcome.Written>(await Open(Csv()).WriteAsync(Record(1), default));
        var older = Assert.IsType<SinkOutcome.Written>(await Open(Csv()).WriteAsync(Record(1) with { Version = 0, Body = "{\"nom\":\"old\"}"u8.ToArray() }, default));

        Assert.Equal((SinkEffect.Unchanged, SinkEffect.Unchanged), (again.Effect, older.Effect));
        Assert.Equal("id;version;deleted;nom\nG1;1;0;Name 1\n", File.ReadAllText(Assert.Single(Directory.GetFileSystemEntries(_folder.Root))));
    }

    [Fact]
    public async Task Who_leaves_is_dropped_as_deleted_without_a_value()
    {
        var sink = Open(Csv());
        await sink.WriteAsync(Record(1), default);
        await sink.WriteAsync(Record(1) with { Version = 2, Deleted = true, Body = default }, default);

        Assert.Equal("id;version;deleted;nom\nG1;2;1;\n", File.ReadAllText(Directory.GetFiles(_folder.Root).Order(StringComparer.Ordinal).Last()));
    }

    [Fact]
    public async Task The_check_says_whether_the_folder_is_there_and_writable()
    {
        var context = new ConnectionContext { Connection = "drop", StateFolder = _state.Root };
        var good = await new FileDropConnector().CheckAsync(Csv(), context, CheckDepth.Permissions, default).ToListAsync();
        var bad = await new FileDropConnector().CheckAsync(Csv() with { Folder = _folder.At("none") }, context, CheckDepth.Permissions, default).ToListAsync();

        Assert.All(good, result => Assert.True(result.Passed));
        Assert.False(Assert.Single(bad).Passed);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _state.Dispose();
    }

    private DropSettings Csv() => new() { Folder = _folder.Root, Columns = ["nom"], GatherMilliseconds = 1 };

    private ISink Open(DropSettings settings) => new FileDropConnector().OpenSink(settings, new ConnectionContext { Connection = "drop", StateFolder = _state.Root });

    private static OutgoingRecord Record(int number) => new() { DeliveryId = $"d{number}", Key = $"G{number}", Version = 1, Body = Encoding.UTF8.GetBytes($"{{\"nom\":\"Name {number}\"}}") };

    // The length of each file as it was first seen.
    private async Task<Dictionary<string, long>> WatchAsync(CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var file in Directory.GetFiles(_folder.Root, "citizens-*"))
            {
                seen.TryAdd(file, new FileInfo(file).Length);
            }

            await Task.Yield();
        }

        return seen;
    }
}
