using System.Data.Common;
using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Connectors.Sql.Dialects;

/// <summary>SQLite, opened read only. Its result codes: sqlite.org/rescode.html.</summary>
internal sealed class SqliteDialect(SqlSettings settings) : SqlDialect(settings)
{
    public override string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override string Page(string select, string order, int rows) => string.Create(CultureInfo.InvariantCulture, $"{select} ORDER BY {order} LIMIT {rows}");

    public override string? MayWrite(string view) => null; // opened read only, whatever the file allows

    protected override DbConnectionStringBuilder Builder(string text) => new SqliteConnectionStringBuilder(text) { Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = Settings.TimeoutSeconds, Pooling = false };

    protected override DbConnection Open(string connectionString) => new SqliteConnection(connectionString);

    protected override Failure Judge(DbException error) => error is not SqliteException { SqliteErrorCode: var code } ? Away("no answer") : code switch
    {
        1 => Missing("1"),
        3 or 23 => Forbidden(code.ToString(CultureInfo.InvariantCulture)),
        5 or 6 => Busy(code.ToString(CultureInfo.InvariantCulture)),
        9 => TimedOut(),
        11 or 26 => new Failure(FailureKind.Denied, "sql.no-database", "The file is no SQLite database, or a damaged one: put a sound one in its place."),
        _ => Away(code.ToString(CultureInfo.InvariantCulture)),
    };
}
