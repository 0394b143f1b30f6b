using System.Data.Common;
using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using Npgsql;

namespace IntegrationHub.Connectors.Sql.Dialects;

/// <summary>PostgreSQL. Its error codes: appendix A of its manual; the first two letters are the class.</summary>
internal sealed class PostgreSqlDialect(SqlSettings settings) : SqlDialect(settings)
{
    public override string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override string Page(string select, string order, int rows) => string.Create(CultureInfo.InvariantCulture, $"{select} ORDER BY {order} LIMIT {rows}");

    public override string MayWrite(string view) => $"SELECT has_table_privilege(current_user, '{view.Replace("'", "''", StringComparison.Ordinal)}', 'INSERT, UPDATE, DELETE, TRUNCATE')";

    protected override DbConnectionStringBuilder Builder(string text) => new NpgsqlConnectionStringBuilder(text)
    {
        ApplicationName = "IntegrationHub",
        Options = "-c default_transaction_read_only=on",
        Timeout = Math.Min(Settings.TimeoutSeconds, 15),
        CommandTimeout = Settings.TimeoutSeconds,
    };

    protected override DbConnection Open(string connectionString) => new NpgsqlConnection(connectionString);

    protected override Failure Judge(DbException error) => error.SqlState switch
    {
        null => Away("no answer"),
        ['2', '8', ..] => SignIn(error.SqlState),
        "3D000" or "42P01" or "42703" or "3F000" => Missing(error.SqlState),
        "42501" => Forbidden(error.SqlState),
        "57014" or "25P03" => TimedOut(),
        ['5', '3', ..] or ['4', '0', ..] or "55P03" => Busy(error.SqlState),
        ['0', '8', ..] or ['5', '7', ..] => Away(error.SqlState),
        ['4', '2', ..] or ['2', '2', ..] or ['0', 'A', ..] or ['2', '5', ..] => Wrong(error.SqlState),
        _ => Away(error.SqlState),
    };
}
