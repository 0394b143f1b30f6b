using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Exports;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sql;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;
using Npgsql;

namespace IntegrationHub.Tests.Sql;

/// <summary>What a real PostgreSQL does to a read: nothing lost, nothing doubled, the right failure value, nothing personal in the log.</summary>
public sealed class Faults_of_databases(PostgreSql server) : IClassFixture<PostgreSql>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sql-").FullName;
    private readonly CapturedLog log = new();

    [Fact]
    public async Task No_fault_loses_or_doubles_a_record()
    {
        var town = Town.Generate(new TownSettings { People = 300, Seed = 5 });
        var script = TownExport.Find("tiers.sql").WriteInto(folder, town);
        var database = await server.DatabaseAsync(await File.ReadAllTextAsync(script));
        var settings = new SqlSettings { Provider = SqlProvider.PostgreSql, Connection = server.Reader(database), View = "v_tiers", Key = ["code_tiers"], Cursor = "numero_maj", PageSize = 40, TimeoutSeconds = 2 };
        var whole = await Reading.AllAsync(Open(settings));
        Assert.Equal(town.Count(TownSystem.Finance), whole.Records.Count);

        var matrix = new FaultMatrix("sql", "source");
        foreach (var fault in Faults(database))
        {
            var begun = await BeginAsync(settings, fault.Meet);
            await fault.Mend();
            var rest = await Reading.AllAsync(Open(settings), begun.Pages[^1].Checkpoint);

            Assert.True(begun.Failure is not null, $"{fault.Name}: no failure");
            Assert.Equal((fault.Name, fault.Kind, fault.Code), (fault.Name, begun.Failure.Kind, begun.Failure.Code));
            Assert.Null(rest.Failure);
            Reading.AssertSame(whole.Pages, [.. begun.Pages, .. rest.Pages]);
            matrix.Add(fault.Name, $"{begun.Failure.Kind} {begun.Failure.Code}", "all records, once each");
        }

        var names = town.Records(TownSystem.Finance).Where(record => record.Organisation is null).Select(record => record.People[0].LastName).Where(name => name.Length > 4).Distinct().ToList();
        Assert.NotEmpty(log.Lines);
        Assert.All(log.Lines, line => Assert.DoesNotContain(names, name => line.Contains(name, StringComparison.OrdinalIgnoreCase)));
        await matrix.PrintAsync();
    }

    [Fact]
    public async Task The_generated_town_maps_without_a_doubt_and_without_bank_details()
    {
        var town = Town.Generate(new TownSettings { People = 300, Seed = 6 });
        var database = await server.DatabaseAsync(await File.ReadAllTextAsync(TownExport.Find("tiers.sql").WriteInto(folder, town)));
        var settings = new SqlSettings { Provider = SqlProvider.PostgreSql, Connection = server.Reader(database), View = "public.v_tiers", Key = ["code_tiers"], Cursor = "numero_maj" };
        var read = await Reading.AllAsync(Open(settings));
        var mapping = MappingCompiler.Compile(await File.ReadAllTextAsync(Checkout("mappings/catalog/tiers-sql.yaml")), "tiers-sql.yaml").Mapping!;
        var mapped = read.Records.Select(record => mapping.Map("sql", record, DateTimeOffset.UnixEpoch)).ToList();

        Assert.Empty(read.Rejected);
        Assert.Equal(town.Records(TownSystem.Finance).Count(record => record.Organisation is null), mapped.Sum(record => record.Citizens.Count));
        Assert.All(read.Texts, text => Assert.DoesNotContain(Planted.Iban, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_may_write_is_told_by_the_check()
    {
        var database = await server.DatabaseAsync("CREATE TABLE t (id int); GRANT ALL ON t TO lecteur");
        var settings = new SqlSettings { Provider = SqlProvider.PostgreSql, Connection = server.Reader(database), View = "t", Key = ["id"] };
        var checks = new List<CheckResult>();
        await foreach (var check in new SqlConnector().CheckAsync(settings, Context(), CheckDepth.Permissions, CancellationToken.None))
        {
            checks.Add(check);
        }

        Assert.Equal([null, null, null, "sql.may-write"], checks.Select(check => check.Failure?.Code));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IEnumerable<(string Name, FailureKind Kind, string Code, Func<Task> Meet, Func<Task> Mend)> Faults(string database)
    {
        Task Run(string script) => server.ExecuteAsync(database, script);
        yield return ("connection cut in the middle of a page", FailureKind.Passing, "sql.connection",
            () => SlowAsync(database, kill: true), () => FastAsync(database));
        yield return ("query too slow", FailureKind.Passing, "sql.timeout", () => SlowAsync(database, kill: false), () => FastAsync(database));
        yield return ("table gone", FailureKind.Denied, "sql.missing", () => Run("ALTER VIEW v_tiers RENAME TO other"), () => Run("ALTER VIEW other RENAME TO v_tiers"));
        yield return ("right taken away", FailureKind.Denied, "sql.permission", () => Run("REVOKE SELECT ON v_tiers FROM lecteur"), () => Run("GRANT SELECT ON v_tiers TO lecteur"));
        NpgsqlConnection? holder = null;
        yield return ("table locked", FailureKind.Passing, "sql.timeout", async () =>
        {
            holder = await server.OwnerAsync(database);
            await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE tiers IN ACCESS EXCLUSIVE MODE", holder);
            await command.ExecuteNonQueryAsync();
        }, async () => await holder!.DisposeAsync());
    }

    // From now on each row of the view takes its time; the reader's backend is ended in the middle of it.
    private async Task SlowAsync(string database, bool kill)
    {
        await server.ExecuteAsync(database, Redefine("0.1"));
        if (kill)
        {
            _ = Task.Run(() => EndReaderAsync(database));
        }
    }

    private async Task EndReaderAsync(string database)
    {
        const string End = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'lecteur' AND state = 'active' AND now() - query_start > interval '0.3 seconds'";
        await using var owner = await server.OwnerAsync(database);
        await using var command = new NpgsqlCommand(End, owner);
        while ((long)(await command.ExecuteScalarAsync())! == 0)
        {
            await Task.Delay(50);
        }
    }

    private Task FastAsync(string database) => server.ExecuteAsync(database, Redefine("0"));

    private static string Redefine(string seconds) =>
        "CREATE OR REPLACE VIEW v_tiers AS SELECT code_tiers, nature, nom, prenom, civilite, siret, adresse, code_postal, ville, telephone, courriel, iban, " +
        $"supprime, numero_maj FROM tiers WHERE {(seconds == "0" ? "true" : $"pg_sleep({seconds}) IS NOT NULL")}";

    private async Task<Reading> BeginAsync(SqlSettings settings, Func<Task> meet)
    {
        var pages = new List<SourcePage>();
        await foreach (var read in Open(settings).ReadAsync(null, CancellationToken.None))
        {
            if (read is SourceRead.Failed(var failure))
            {
                return new Reading(pages, failure);
            }

            pages.Add(((SourceRead.Page)read).Value);
            if (pages.Count == 2)
            {
                await meet();
            }
        }

        return new Reading(pages, null);
    }

    private ISource Open(SqlSettings settings) => new SqlConnector().OpenSource(settings, Context());

    private ConnectionContext Context() => new() { Connection = "compta", StateFolder = Path.Combine(folder, "state"), Log = log };

    private static string Checkout(string path)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "IntegrationHub.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return Path.Combine(root, path);
    }
}
