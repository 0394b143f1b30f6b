using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Tests.Connectors.Files;

public sealed class Watched_folder : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task Two_files_at_once_are_taken_in_the_order_of_their_names_and_end_in_done()
    {
        folder.Write("in/2026-02.csv", "id;nom\n1;second\n");
        folder.Write("in/2026-01.csv", "id;nom\n1;first\n");

        var (reading, _) = await Csv.RunAsync(Open(), null);

        Assert.Equal(["first", "second"], reading.Records.Select(record => record.Values()[1]));
        Assert.Equal([1L, 2L], reading.Records.Select(record => record.Version.Number));
        Assert.Equal(["2026-01.csv", "2026-02.csv"], folder.Names("in/done"));
        Assert.Empty(folder.Names("in/processing"));
        Assert.Empty(folder.Names("in"));
    }

    [Fact]
    public async Task A_file_being_read_stands_in_processing_until_its_last_page_is_committed()
    {
        folder.Write("in/a.csv", "id;nom\n1;x\n");
        var source = Open();
        var reading = await IntegrationHub.Tests.Conformance.Reading.AllAsync(source);

        Assert.Equal(["a.csv"], folder.Names("in/processing"));
        await source.CommittedAsync(reading.Pages[^1].Checkpoint, CancellationToken.None);
        Assert.Equal(["a.csv"], folder.Names("in/done"));
    }

    [Fact]
    public async Task A_crash_after_the_commit_does_not_take_the_file_again()
    {
        folder.Write("in/a.csv", "id;nom\n1;x\n");
        var reading = await IntegrationHub.Tests.Conformance.Reading.AllAsync(Open());
        folder.Write("in/b.csv", "id;nom\n2;y\n");

        var (after, _) = await Csv.RunAsync(Open(), reading.Pages[^1].Checkpoint);

        Assert.Equal(["2"], after.Records.Select(record => record.Values()[0]));
        Assert.Equal(["a.csv", "b.csv"], folder.Names("in/done"));
    }

    [Fact]
    public async Task A_crash_in_the_middle_goes_on_with_the_begun_file_before_any_other()
    {
        folder.Write("in/m.csv", "id;nom\n1;x\n2;x\n3;x\n");
        var begun = await IntegrationHub.Tests.Conformance.Reading.AllAsync(Open());
        folder.Write("in/processing/a.csv", "id;nom\n9;y\n");

        var (rest, _) = await Csv.RunAsync(Open(), begun.Pages[0].Checkpoint);

        Assert.Equal(["3", "9"], rest.Records.Select(record => record.Values()[0]));
    }

    [Fact]
    public async Task A_file_still_being_written_is_left_alone()
    {
        folder.Write("in/fresh.csv", "id;nom\n1;x\n");
        folder.Write("in/upload.csv.part", "id;nom\n1;x\n");
        folder.Write("in/.hidden.csv", "id;nom\n1;x\n");

        var (reading, _) = await Csv.RunAsync(Open(settleSeconds: 3600), null);

        Assert.Empty(reading.Pages);
        Assert.Equal([".hidden.csv", "fresh.csv", "upload.csv.part"], folder.Names("in"));
    }

    [Fact]
    public async Task A_file_someone_holds_is_left_alone()
    {
        var path = folder.Write("in/a.csv", "id;nom\n1;x\n");
        using (new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None))
        {
            Assert.Empty((await Csv.RunAsync(Open(), null)).Reading.Pages);
        }

        Assert.Single((await Csv.RunAsync(Open(), null)).Reading.Records);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_goes_to_error_with_its_reason_and_the_next_read_takes_the_others()
    {
        folder.Write("in/a.csv", "1;Dupont;2001-01-01\n");
        folder.Write("in/b.csv", "id;nom\n1;x\n");

        var (refused, last) = await Csv.RunAsync(Open(), null);
        var (next, _) = await Csv.RunAsync(Open(), last);

        Assert.Equal("csv.header-missing", refused.Failure!.Code);
        Assert.Equal(["a.csv", "a.csv.reason.txt"], folder.Names("in/error"));
        Assert.StartsWith("csv.header-missing", File.ReadAllText(folder.At("in/error/a.csv.reason.txt")), StringComparison.Ordinal);
        Assert.Single(next.Records);
    }

    [Fact]
    public async Task A_file_that_is_all_bad_goes_to_error()
    {
        folder.Write("in/a.csv", "id;nom;ville\n1\n2\n");

        await Csv.RunAsync(Open(), null);

        Assert.Contains("a.csv", folder.Names("in/error"));
    }

    [Fact]
    public async Task A_file_taken_last_and_dropped_again_goes_straight_to_done()
    {
        folder.Write("in/a.csv", "id;nom\n1;x\n");
        var (_, last) = await Csv.RunAsync(Open(), null);
        folder.Write("in/a.csv", "id;nom\n1;x\n");

        var (again, _) = await Csv.RunAsync(Open(), last);

        Assert.Empty(again.Pages);
        Assert.Equal(["a.2.csv", "a.csv"], folder.Names("in/done"));
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_fails_the_run_for_a_retry()
    {
        var path = folder.Write("in/a.csv", "id;nom\n" + string.Concat(Enumerable.Range(1, 50).Select(row => $"{row};x\n")));
        Failure? failure = null;
        await foreach (var read in Open().ReadAsync(null, CancellationToken.None))
        {
            await File.AppendAllTextAsync(folder.At("in/processing/" + Path.GetFileName(path)), "51;x\n");
            failure = (read as SourceRead.Failed)?.Failure;
        }

        Assert.Equal((FailureKind.Passing, "file.io"), (failure!.Kind, failure.Code));
    }

    [Theory]
    [InlineData(SnapshotMode.Delta)]
    [InlineData(SnapshotMode.Snapshot)]
    public async Task A_preview_moves_nothing_and_remembers_nothing(SnapshotMode mode)
    {
        folder.Write("in/a.csv", "id;nom\n1;x\n");
        folder.Write("in/b.csv", "1;Dupont;2001-01-01\n");
        var settings = new CsvSettings { Path = folder.At("in"), Key = ["id"], Mode = mode, SettleSeconds = 0 };

        var reading = await IntegrationHub.Tests.Conformance.Reading.AllAsync(Csv.Open(folder, settings, context => context with { Preview = true }));

        Assert.Single(reading.Records);
        Assert.Equal("csv.header-missing", reading.Failure!.Code);
        Assert.Equal(["a.csv", "b.csv"], folder.Names("in"));
        Assert.False(Directory.Exists(folder.At("state")));
    }

    public void Dispose() => folder.Dispose();

    private ISource Open(int settleSeconds = 0) =>
        Csv.Open(folder, new CsvSettings { Path = folder.At("in"), Key = ["id"], PageSize = 2, SettleSeconds = settleSeconds });
}
