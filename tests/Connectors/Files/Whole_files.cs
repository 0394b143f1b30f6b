using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Tests.Connectors.Files;

/// <summary>Snapshots: what a whole file leaves out is gone.</summary>
public sealed class Whole_files : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_record_the_next_file_lacks_is_deleted_in_a_later_version()
    {
        var first = await TakeAsync(Rows(1, 20), null);
        var (reading, last) = await TakeAsync("id;nom\n3;x\n" + string.Concat(Enumerable.Range(4, 17).Select(Row)), first.Last);

        Assert.Equal(["1", "2"], Deleted(reading));
        Assert.All(reading.Records, record => Assert.Equal(2, record.Version.Number));
        Assert.Empty(Deleted((await TakeAsync("id;nom\n3;y\n" + string.Concat(Enumerable.Range(4, 17).Select(Row)), last)).Reading));
    }

    [Fact]
    public async Task A_file_equal_to_the_one_taken_last_is_skipped()
    {
        var (_, last) = await TakeAsync(Rows(1, 5), null);
        var (again, _) = await TakeAsync(Rows(1, 5), last);

        Assert.Empty(again.Pages);
    }

    [Fact]
    public async Task Too_many_deletions_are_held_until_an_architect_approves()
    {
        var (_, last) = await TakeAsync(Rows(1, 100), null);
        var (held, stopped) = await TakeAsync(Rows(1, 50), last);

        Assert.Equal((FailureKind.Held, "brake.deletions"), (held.Failure!.Kind, held.Failure.Code));
        Assert.Empty(Deleted(held));
        Assert.Contains("50 of 100", held.Failure.Detail, StringComparison.Ordinal);

        var (again, _) = await TakeAsync(Rows(1, 50), stopped);
        Assert.Equal("brake.deletions", again.Failure!.Code);

        var (approved, _) = await TakeAsync(Rows(1, 50), stopped, context => context with { BrakeReleased = true });
        Assert.Equal(Enumerable.Range(51, 50).Select(row => row.ToString(CultureInfo.InvariantCulture)), Deleted(approved));
    }

    [Fact]
    public async Task An_empty_whole_file_deletes_nothing()
    {
        var (_, last) = await TakeAsync(Rows(1, 5), null);
        var (empty, _) = await TakeAsync("", last);
        var (header, _) = await TakeAsync("id;nom\n", last);

        Assert.Equal("file.empty", empty.Failure!.Code);
        Assert.Equal("brake.deletions", header.Failure!.Code);
    }

    [Fact]
    public async Task While_a_row_cannot_be_read_nothing_is_told_as_deleted_and_the_next_clean_file_makes_up_for_it()
    {
        var (_, first) = await TakeAsync(Rows(1, 50), null);
        var (partial, second) = await TakeAsync(Rows(1, 48) + "broken\n", first);

        Assert.Empty(Deleted(partial));
        Assert.Equal(["row.too-few-columns", "snapshot.incomplete"], partial.Rejected.Select(reject => reject.Code));

        var (clean, _) = await TakeAsync(Rows(1, 49), second);
        Assert.Equal(["50"], Deleted(clean));
    }

    [Fact]
    public async Task Deletions_resume_where_they_stopped()
    {
        var (_, first) = await TakeAsync(Rows(1, 300), null);
        folder.Write("people.csv", Rows(1, 260));
        var whole = await IntegrationHub.Tests.Conformance.Reading.AllAsync(Csv.Open(folder, Keyed), first);

        Assert.Equal(40, Deleted(whole).Count());
        foreach (var (index, page) in whole.Pages.Index())
        {
            var rest = await IntegrationHub.Tests.Conformance.Reading.AllAsync(Csv.Open(folder, Keyed), page.Checkpoint);
            Assert.Equal(Deleted(whole, index + 1), Deleted(rest));
        }
    }

    [Fact]
    public async Task A_connection_read_anew_gives_a_new_file_a_later_version_and_still_finds_what_is_gone()
    {
        await TakeAsync(Rows(1, 30), null);
        var (again, _) = await TakeAsync(Rows(1, 30), null);
        var (anew, _) = await TakeAsync(Rows(1, 28), null);

        Assert.All(again.Records, record => Assert.Equal(1, record.Version.Number));
        Assert.All(anew.Records, record => Assert.Equal(2, record.Version.Number));
        Assert.Equal(["29", "30"], Deleted(anew));
    }

    [Fact]
    public async Task Lost_keys_delete_nothing()
    {
        var (_, last) = await TakeAsync(Rows(1, 30), null);
        Directory.Delete(folder.At("state"), recursive: true);

        Assert.Empty(Deleted((await TakeAsync(Rows(1, 28), last)).Reading));
    }

    [Fact]
    public async Task Rows_without_a_key_are_deleted_by_their_hash()
    {
        var (before, last) = await TakeAsync("nom;v\na;1\na;1\nb;1\n", null, settings: Keyless);
        var (after, _) = await TakeAsync("nom;v\na;1\nb;1\n", last, Csv.WithoutBrake, Keyless);

        Assert.Equal([before.Records[1].Key], Deleted(after));
    }

    public void Dispose() => folder.Dispose();

    private CsvSettings Keyed => new() { Path = folder.At("people.csv"), Key = ["id"], Mode = SnapshotMode.Snapshot, PageSize = 13 };

    private CsvSettings Keyless => Keyed with { Key = [] };

    private Task<(IntegrationHub.Tests.Conformance.Reading Reading, Checkpoint? Last)> TakeAsync(
        string text, Checkpoint? after, Func<ConnectionContext, ConnectionContext>? with = null, CsvSettings? settings = null)
    {
        folder.Write("people.csv", text);
        return Csv.RunAsync(Csv.Open(folder, settings ?? Keyed, with), after);
    }

    private static string Rows(int from, int count) => "id;nom\n" + string.Concat(Enumerable.Range(from, count).Select(Row));

    private static string Row(int id) => $"{id};x\n";

    private static IEnumerable<string> Deleted(IntegrationHub.Tests.Conformance.Reading reading, int fromPage = 0) =>
        reading.Pages.Skip(fromPage).SelectMany(page => page.Records).Where(record => record.Deleted).Select(record => record.Key);
}
