using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IntegrationHub.Tests.Storage.SqlServer;

/// <summary>Writes down every command and lets none through; a query is answered with one row of zeros, so that what follows from it is said too.</summary>
internal sealed partial class Recorder(Func<DbContext> model) : DbCommandInterceptor
{
    private readonly Lazy<Dictionary<string, Type>> _columns = new(() =>
    {
        using var context = model();
        return context.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .DistinctBy(property => property.GetColumnName()).ToDictionary(property => property.GetColumnName(), property => property.ClrType);
    });

    public List<string> Commands { get; } = [];

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Commands.Add(command.CommandText);
        return InterceptionResult<int>.SuppressWithResult(command.CommandText.Contains("[checkpoints]", StringComparison.Ordinal) ? 0 : 1);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Commands.Add(command.CommandText);
        return InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText).CreateDataReader());
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    private DataTable Answer(string sql)
    {
        var table = new DataTable();
        var values = new List<object>();
        if (sql.Contains("EXISTS", StringComparison.Ordinal))
        {
            table.Columns.Add("answer", typeof(bool));
            table.Rows.Add(false);
            return table;
        }

        sql = Case().Replace(sql, "${result}");
        var from = sql.IndexOf("FROM", StringComparison.Ordinal);
        foreach (Match column in Column().Matches(from < 0 ? "" : sql[..from]))
        {
            var name = column.Groups["name"].Value;
            var type = _columns.Value.GetValueOrDefault(name, typeof(long));
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            table.Columns.Add($"c{table.Columns.Count}", plain);
            // Only chains must end; every other column may hold a value.
            values.Add(name == "previous" ? DBNull.Value : plain == typeof(long) ? 0L : plain == typeof(string) ? "" : System.Text.Encoding.UTF8.GetBytes("[]"));
        }

        if (values.Count > 0)
        {
            table.Rows.Add([.. values]);
        }

        return table;
    }

    [GeneratedRegex(@"CASE\s+WHEN .*? THEN (?<result>\S+)\s+(ELSE NULL\s+)?END", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Case();

    [GeneratedRegex(@"\[\w\d?\]\.\[(?<name>\w+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();
}
