using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Sql;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Sql;

public sealed class Views_that_change : IDisposable
{
    private readonly SqliteFile file = new("CREATE TABLE t (id INTEGER, nom TEXT, n INTEGER, mort TEXT); INSERT INTO t VALUES (1, 'a', 10, NULL), (2, 'b', 20, NULL), (3, 'c', 20, NULL), (4, 'd', 30, NULL);");

    [Fact]
    public async Task The_next_run_reads_what_changed_and_a_little_before()
    {
        var (_, last) = await RunAsync(With(), null);
        file.Execute("UPDATE t SET nom = 'A', n = 31 WHERE id = 1; INSERT INTO t VALUES (5, 'late', 19, NULL), (6, 'too late', 5, NULL);");
        var (read, _) = await RunAsync(With(), last);

        Assert.Equal(["5", "1"], read.Records.Select(record => record.Key));
        Assert.All(read.Records, record => Assert.Equal(2, record.Version.Number));
    }

    [Fact]
    public async Task A_row_whose_cursor_is_empty_is_read_in_every_run()
    {
        file.Execute("UPDATE t SET n = NULL WHERE id = 3");
        var (first, last) = await RunAsync(With(), null);
        file.Execute("UPDATE t SET nom = 'changed' WHERE id = 3");
        var (second, _) = await RunAsync(With() with { LookBackNumbers = 0 }, last);

        Assert.Contains("3", first.Records.Select(record => record.Key));
        Assert.Equal(["3"], second.Records.Select(record => record.Key));
    }

    [Fact]
    public async Task A_run_that_finds_nothing_new_leaves_no_trace()
    {
        var settings = With() with { Deletions = SqlDeletions.Compare, Cursor = null };
        var (_, last) = await RunAsync(settings, null);
        var (again, same) = await RunAsync(settings, last);

        Assert.Empty(again.Pages);
        Assert.Equal(last, same);
    }

    [Fact]
    public async Task A_flag_says_that_a_record_is_deleted()
    {
        file.Execute("UPDATE t SET mort = 'O' WHERE id = 2; UPDATE t SET mort = 'N' WHERE id = 3");
        var (read, _) = await RunAsync(With() with { Deletions = SqlDeletions.Flag, DeletedColumn = "mort" }, null);

        Assert.Equal(["2"], read.Records.Where(record => record.Deleted).Select(record => record.Key));
    }

    [Fact]
    public async Task A_key_that_is_no_longer_there_is_told_as_deleted_and_outranked_when_it_comes_back()
    {
        var settings = With() with { Deletions = SqlDeletions.Compare };
        var (_, first) = await RunAsync(settings, null);
        file.Execute("DELETE FROM t WHERE id IN (1, 3)");
        var (second, last) = await RunAsync(settings, first, Brake.Off);
        file.Execute("INSERT INTO t VALUES (3, 'c', 40, NULL)");
        var (third, _) = await RunAsync(settings, last);

        Assert.Equal(["1", "3"], second.Records.Where(record => record.Deleted).Select(record => record.Key));
        Assert.True(third.Records.Single(record => record.Key == "3").Version.Number > second.Records.First(record => record.Deleted).Version.Number);
        Assert.DoesNotContain(third.Records, record => record.Deleted);
    }

    [Fact]
    public async Task An_empty_view_deletes_nobody_before_an_architect_says_so()
    {
        var settings = With() with { Deletions = SqlDeletions.Compare };
        var (_, first) = await RunAsync(settings, null);
        file.Execute("DELETE FROM t");
        var (held, last) = await RunAsync(settings, first);
        var (released, _) = await RunAsync(settings, last, released: true);

        Assert.Equal((FailureKind.Held, "brake.deletions"), (held.Failure!.Kind, held.Failure.Code));
        Assert.Equal(4, released.Records.Count(record => record.Deleted));
    }

    [Fact]
    public async Task A_connection_read_anew_from_the_beginning_never_looks_old()
    {
        var (_, first) = await RunAsync(With(), null);
        file.Execute("UPDATE t SET n = 99 WHERE id = 4");
        await RunAsync(With(), first);
        var (anew, _) = await RunAsync(With(), null);

        Assert.All(anew.Records, record => Assert.Equal(3, record.Version.Number));
    }

    [Fact]
    public async Task A_key_that_stands_twice_or_is_empty_is_shown_and_costs_no_neighbour()
    {
        file.Execute("INSERT INTO t VALUES (2, 'again', 20, NULL), (NULL, 'nobody', 25, NULL)");
        var (read, _) = await RunAsync(With(), null);

        Assert.Equal(["1", "2", "3", "4"], read.Records.Select(record => record.Key));
        Assert.Equal(["row.key-twice", "sql.key-null"], read.Rejected.Select(reject => reject.Code).Order());
    }

    [Fact]
    public async Task Values_in_keys_are_parameters_and_harm_nothing()
    {
        file.Execute("CREATE TABLE u (k TEXT, n INTEGER); INSERT INTO u VALUES ('''; DROP TABLE t; --', 1), ('\" OR 1=1', 2), ('é', 3)");
        var (read, _) = await RunAsync(With() with { View = "u", Key = ["k"] }, null);

        Assert.Equal(3, read.Records.Count);
        Assert.NotEmpty((await RunAsync(With(), null)).Reading.Records);
    }

    [Fact]
    public async Task The_database_is_not_changed_by_a_reader_that_could()
    {
        var before = File.ReadAllBytes(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(file.Connection).DataSource);
        await RunAsync(With() with { Deletions = SqlDeletions.Compare }, null);

        Assert.Equal(before, File.ReadAllBytes(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(file.Connection).DataSource));
    }

    public void Dispose() => file.Dispose();

    private SqlSettings With() => new() { Provider = SqlProvider.Sqlite, Connection = file.Connection, View = "t", Key = ["id"], Cursor = "n", LookBackNumbers = 12, PageSize = 2 };

    private async Task<(Reading Reading, Checkpoint? Last)> RunAsync(SqlSettings settings, Checkpoint? after, Brake? brake = null, bool released = false)
    {
        var context = new ConnectionContext { Connection = "test", StateFolder = Path.Combine(file.Folder, "state"), Brake = brake ?? Brake.Default, BrakeReleased = released };
        var source = new SqlConnector().OpenSource(settings, context);
        var reading = await Reading.AllAsync(source, after);
        foreach (var page in reading.Pages)
        {
            await source.CommittedAsync(after = page.Checkpoint, CancellationToken.None);
        }

        return (reading, after);
    }
}
