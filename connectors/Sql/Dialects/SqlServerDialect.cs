using System.Data.Common;
using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using Microsoft.Data.SqlClient;

namespace IntegrationHub.Connectors.Sql.Dialects;

/// <summary>SQL Server. Its error numbers: the view sys.messages.</summary>
internal sealed class SqlServerDialect(SqlSettings settings) : SqlDialect(settings)
{
    public override string Quote(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";

    public override string Page(string select, string order, int rows) => string.Create(CultureInfo.InvariantCulture, $"{select} ORDER BY {order} OFFSET 0 ROWS FETCH NEXT {rows} ROWS ONLY");

    public override string MayWrite(string view)
    {
        var name = view.Replace("'", "''", StringComparison.Ordinal);
        return $"SELECT CAST(CASE WHEN 1 IN (HAS_PERMS_BY_NAME(N'{name}', 'OBJECT', 'INSERT'), HAS_PERMS_BY_NAME(N'{name}', 'OBJECT', 'UPDATE'), HAS_PERMS_BY_NAME(N'{name}', 'OBJECT', 'DELETE')) THEN 1 ELSE 0 END AS bit)";
    }

    protected override DbConnectionStringBuilder Builder(string text) => new SqlConnectionStringBuilder(text)
    {
        ApplicationName = "IntegrationHub",
        ApplicationIntent = ApplicationIntent.ReadOnly,
        ConnectTimeout = Math.Min(Settings.TimeoutSeconds, 15),
        CommandTimeout = Settings.TimeoutSeconds,
    };

    protected override DbConnection Open(string connectionString) => new SqlConnection(connectionString);

    protected override Failure Judge(DbException error)
    {
        var number = error is SqlException sql ? sql.Number : 0;
        var code = number.ToString(CultureInfo.InvariantCulture);
        return number switch
        {
            -2 => TimedOut(),
            18456 or 18452 or 18470 or 18487 or 18488 or 916 => SignIn(code),
            4060 or 207 or 208 or 2812 => Missing(code),
            229 or 230 or 300 => Forbidden(code),
            1205 or 1222 or 40501 or 49918 => Busy(code),
            102 or 156 or 206 or 245 or 402 or 8114 or 8155 => Wrong(code),
            _ => Away(code),
        };
    }
}
