using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sql;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Sql;

/// <summary>A view without a cursor, all of it read again in each run, deletions by comparing keys.</summary>
public sealed class SqliteConformance : SourceConformance
{
    private readonly SqliteFile file = new($"""
        CREATE TABLE t (a TEXT, b INTEGER, nom TEXT, rib TEXT, notes TEXT);
        INSERT INTO t VALUES ('x', 1, 'Dupont', NULL, NULL), ('x', 2, 'Dupont', NULL, NULL), ('x', 3, 'Durand', NULL, NULL), ('y', 1, 'Dupont', NULL, NULL),
          ('y', 2, 'Dupont', '{Planted.Iban}', '{Planted.Nir} {Planted.Iban}'), ('z', 9, 'Dupont', NULL, NULL), ('z', 10, 'Dupont', NULL, NULL);
        """);

    protected override Connector Connector { get; } = new SqlConnector();

    protected override object Settings => On("t");

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such file", On("t") with { Connection = "Data Source=/nowhere/at/all.db" }, FailureKind.Passing),
        new("no database", On("t") with { Connection = $"Data Source={file.Beside("text.db", "no database at all, only Dupont and Durand; and long enough to look like a header page. ")}" }, FailureKind.Denied),
        new("no such table", On("gens"), FailureKind.Denied),
        new("neither view nor query", On("t") with { View = null }, FailureKind.Denied),
        new("a connection string of nonsense", On("t") with { Connection = "Server=1;;;=" }, FailureKind.Denied),
        new("someone else writes", On("t") with { TimeoutSeconds = 1 }, FailureKind.Passing) { Meet = file.Lock, Leave = file.Unlock },
    ];

    protected override IReadOnlyList<string> Confidential => ["Dupont", "Durand", Planted.Nir, Planted.Iban];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        file.Dispose();
    }

    private SqlSettings On(string view) => new()
    {
        Provider = SqlProvider.Sqlite, Connection = file.Connection, View = view, Key = ["a", "b"], Deletions = SqlDeletions.Compare, PageSize = 2,
    };
}
