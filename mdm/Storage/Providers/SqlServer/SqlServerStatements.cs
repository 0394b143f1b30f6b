using System.Globalization;
using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Mdm.Storage.Providers.SqlServer;

/// <summary>The bulk writer's T-SQL: plain multi-row statements with numbered parameters, which every server that speaks TDS takes.</summary>
internal static class SqlServerStatements
{
    public static string Insert(BulkTable table, int rows)
    {
        var width = table.Columns.Length;
        var values = Enumerable.Range(0, rows).Select(row => "(" + string.Join(", ", Enumerable.Range(row * width, width).Select(Parameter)) + ")");
        return $"INSERT INTO [{table}] ({Names(table)}) VALUES {string.Join(", ", values)};";
    }

    public static string Delete(string table, string column, int values) => $"DELETE FROM [{table}] WHERE [{column}] IN ({List(values)});";

    public static string Delete(string table, string first, string second, int pairs) =>
        $"DELETE FROM [{table}] WHERE " + string.Join(" OR ", Enumerable.Range(0, pairs).Select(i => $"([{first}] = {Parameter(2 * i)} AND [{second}] = {Parameter((2 * i) + 1)})")) + ";";

    public static string Copy(BulkTable from, BulkTable to, string column, int values) =>
        $"INSERT INTO [{to}] ({Names(to)}) SELECT {Names(to)} FROM [{from}] WHERE [{column}] IN ({List(values)});";

    public static string Update(BulkTable table, int rows)
    {
        var width = table.Columns.Length;
        return string.Join('\n', Enumerable.Range(0, rows).Select(row =>
        {
            var values = table.Columns.Skip(1).Select((column, i) => $"[{column.Name}] = {Parameter((row * width) + i + 1)}");
            return $"UPDATE [{table}] SET {string.Join(", ", values)} WHERE [{table.Columns[0].Name}] = {Parameter(row * width)};";
        }));
    }

    public static string Parameter(int number) => "@p" + number.ToString(CultureInfo.InvariantCulture);

    private static string List(int values) => string.Join(", ", Enumerable.Range(0, values).Select(Parameter));

    private static string Names(BulkTable table) => string.Join(", ", table.Columns.Select(column => $"[{column.Name}]"));
}
