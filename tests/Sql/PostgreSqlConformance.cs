using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Sql;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Sql;

public sealed class PostgreSqlConformance(PostgreSql server) : SourceConformance, IClassFixture<PostgreSql>, IAsyncLifetime
{
    private string database = "";

    protected override Connector Connector { get; } = new SqlConnector();

    protected override object Settings => On("public.personnes");

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("nobody there", On("personnes") with { Connection = "Host=127.0.0.1;Port=1;Username=lecteur;Database=x;Pooling=false" }, FailureKind.Passing),
        new("no such database", On("personnes") with { Connection = server.Reader("nowhere") }, FailureKind.Denied),
        new("no such account", On("personnes") with { Connection = server.Reader(database).Replace("lecteur", "inconnu", StringComparison.Ordinal) }, FailureKind.Denied),
        new("no such table", On("gens"), FailureKind.Denied),
        new("no such column", On("personnes") with { Cursor = "modifie" }, FailureKind.Denied),
        new("no right to read", On("secret"), FailureKind.Denied),
        new("a query too slow", On(null) with { Query = "SELECT id, nom, maj FROM personnes, pg_sleep(9)", TimeoutSeconds = 1 }, FailureKind.Passing),
        new("a query that is more than one", On(null) with { Query = "SELECT 1; DROP TABLE personnes" }, FailureKind.Denied),
        new("a query that writes", On(null) with { Query = "WITH gone AS (DELETE FROM personnes RETURNING *) SELECT * FROM gone" }, FailureKind.Denied),
        new("a password written out", On("personnes") with { Connection = server.Reader(database) + ";Password=hunter2" }, FailureKind.Denied),
        new("a password that is not there", On("personnes") with { Password = new Secret("env:HUB_TEST_NO_SUCH") }, FailureKind.Denied),
        new("a key that is forbidden", On("personnes") with { Key = ["nir"] }, FailureKind.Denied),
        new("a key of another type", On(null) with { Query = "SELECT ARRAY[id] AS id, nom, maj FROM personnes" }, FailureKind.Denied),
    ];

    protected override IReadOnlyList<string> Confidential => ["Dupont", "hunter2", Planted.Nir, Planted.Iban];

    public async Task InitializeAsync()
    {
        database = await server.DatabaseAsync($"""
            CREATE TABLE personnes (id int, nom text, nir text, notes text, maj timestamptz);
            INSERT INTO personnes SELECT n, 'Dupont' || n, NULL, NULL, '2026-01-01'::timestamptz + n * interval '1 hour' FROM generate_series(1, 9) n;
            INSERT INTO personnes VALUES (10, 'Dupont', '{Planted.Nir}', '{Planted.Iban} et {Planted.Nir}', NULL), (11, 'Dupont', NULL, NULL, NULL), (12, 'Dupont', NULL, NULL, NULL);
            CREATE TABLE secret (id int, maj timestamptz);
            """);
        await server.ExecuteAsync(database, "REVOKE ALL ON secret FROM lecteur");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private SqlSettings On(string? view) => new() { Provider = SqlProvider.PostgreSql, Connection = server.Reader(database), View = view, Key = ["id"], Cursor = "maj", PageSize = 3 };
}
