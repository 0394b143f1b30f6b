using System.Data.Common;
using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sql.Dialects;
using IntegrationHub.Connectors.Sql.Reading;

namespace IntegrationHub.Connectors.Sql;

/// <summary>A view or query of another system's database, read only: PostgreSQL, SQL Server, SQLite.</summary>
public sealed class SqlConnector : Connector
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "sql",
        Title = new LocalText("Vue SQL (PostgreSQL, SQL Server, SQLite)", "SQL view (PostgreSQL, SQL Server, SQLite)"),
        Version = "1.0",
        Families = ["finance", "files"],
        Contracts = Contract.Source,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("PostgreSQL, SQL Server, SQLite", "PostgreSQL, SQL Server, SQLite"),
            Reads = new LocalText("Une vue ou une requête, en lecture seule, par numéro ou date de modification", "A view or query, read only, by number or date of change"),
            Tested = new LocalText("Kit de conformité contre un PostgreSQL réel et des fichiers SQLite", "Conformance kit against a real PostgreSQL and SQLite files"),
            NotTested = new LocalText("SQL Server : aucun serveur dans les tests", "SQL Server: no server in the tests"),
        },
        Settings = typeof(SqlSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne, CheckDepth.Permissions],
    };

    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        object settings, ConnectionContext context, CheckDepth upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var checks = new SqlChecks((SqlSettings)settings, SqlDialect.Of((SqlSettings)settings));
        foreach (var depth in Manifest.Checks.Where(depth => depth <= upTo))
        {
            var result = new CheckResult(depth, await checks.CheckAsync(depth, cancellationToken));
            yield return result;
            if (!result.Passed)
            {
                yield break;
            }
        }
    }

    /// <summary>The view's columns, for the settings that name columns.</summary>
    public override async ValueTask<IReadOnlyList<string>> ChoicesAsync(object settings, ConnectionContext context, string setting, CancellationToken cancellationToken)
    {
        if (setting is not ("key" or "cursor" or "deletedColumn"))
        {
            return [];
        }

        var sql = (SqlSettings)settings;
        var dialect = SqlDialect.Of(sql);
        try
        {
            return await SqlChecks.ColumnsAsync(sql, dialect, cancellationToken);
        }
        catch (Exception error) when (error is DbException or SqlRefusedException)
        {
            return []; // the checks say what is wrong
        }
    }

    protected override ISource CreateSource(object settings, ConnectionContext context) => new SqlSource((SqlSettings)settings, SqlDialect.Of((SqlSettings)settings), context);
}
