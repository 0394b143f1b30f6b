using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Sql.Dialects;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>The queries a source asks. Names are quoted, values are parameters: nothing of a record is ever part of a query's text.</summary>
internal sealed partial class SqlText
{
    private readonly SqlSettings settings;
    private readonly SqlDialect dialect;

    /// <exception cref="SqlRefusedException">The settings name neither a view nor a plain SELECT, or no key.</exception>
    public SqlText(SqlSettings settings, SqlDialect dialect)
    {
        (this.settings, this.dialect) = (settings, dialect);
        if (settings.Key.Count == 0)
        {
            throw new SqlRefusedException("sql.key", "Name the key columns under \"key\": without a key a row cannot be followed.");
        }

        if (settings.Deletions == SqlDeletions.Flag && settings.DeletedColumn is null)
        {
            throw new SqlRefusedException("sql.flag", "Name the column that marks a deletion under \"deletedColumn\", or choose other deletions.");
        }

        From = (settings.View, settings.Query) switch
        {
            ({ Length: > 0 } view, null) => string.Join('.', view.Split('.').Select(dialect.Quote)),
            (null, { Length: > 0 } query) => IsSelect(query) ? $"({query.Trim()}) hub_view" : throw new SqlRefusedException("sql.not-select", "The query must be one SELECT without a semicolon: the hub reads and changes nothing."),
            _ => throw new SqlRefusedException("sql.view", "Name either a view or a query."),
        };
    }

    /// <summary>What follows FROM.</summary>
    public string From { get; }

    /// <summary>The view as its database quotes it; null for a query.</summary>
    public string? View => settings.View is null ? null : From;

    private IEnumerable<string> Keys => settings.Key.Select(dialect.Quote);

    /// <summary>Columns that order the rows of a phase, quoted.</summary>
    public IReadOnlyList<string> Order(SqlPhase phase) => phase == SqlPhase.Rows && settings.Cursor is { } cursor ? [dialect.Quote(cursor), .. Keys] : [.. Keys];

    /// <summary>A page of rows after those given as parameters <c>@p0</c>, <c>@p1</c>…; from <c>@from</c> on.</summary>
    public string Rows(SqlPhase phase, bool from, bool after, int rows)
    {
        var order = Order(phase);
        var conditions = Keys.Select(key => $"{key} IS NOT NULL").ToList(); // the others are counted: see WithoutKey
        if (settings.Cursor is { } cursor)
        {
            conditions.Add($"{dialect.Quote(cursor)} IS {(phase == SqlPhase.Undated ? "" : "NOT ")}NULL");
            if (from && phase == SqlPhase.Rows)
            {
                conditions.Add($"{dialect.Quote(cursor)} >= @from");
            }
        }

        if (after)
        {
            conditions.Add(After(order));
        }

        return dialect.Page($"SELECT * FROM {From} WHERE {string.Join(" AND ", conditions)}", string.Join(", ", order), rows);
    }

    /// <summary>All keys that are there and not marked as deleted.</summary>
    public string AllKeys() => $"SELECT {string.Join(", ", Keys)} FROM {From}";

    public string WithoutKey() => $"SELECT COUNT(*) FROM {From} WHERE {string.Join(" OR ", Keys.Select(key => $"{key} IS NULL"))}";

    // (a > x) or (a = x and b > y): every database system plans this; row values not all of them know.
    private static string After(IReadOnlyList<string> order)
    {
        var ways = order.Select((column, at) =>
            "(" + string.Join(" AND ", order.Take(at).Select((same, index) => $"{same} = @p{index}").Append($"{column} > @p{at}")) + ")");
        return $"({string.Join(" OR ", ways)})";
    }

    private static bool IsSelect(string query) => Select().IsMatch(query) && !query.Contains(';', StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(select|with)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Select();
}
