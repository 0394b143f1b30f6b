using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Names of columns as documents and messages bear them; a spreadsheet's header may hold line ends, and be of any length.</summary>
public static class ColumnText
{
    private const int Longest = 80;

    /// <summary>On one line, for a comment or a message.</summary>
    public static string OneLine(string column) => string.Concat((column.Length > Longest ? $"{column[..(Longest - 1)]}…" : column).Select(c => IsBreak(c) ? ' ' : c));

    /// <summary>In double quotes, as YAML reads it back.</summary>
    public static string Quoted(string column) =>
        $"\"{string.Concat(column.Select(c => c is '"' or '\\' ? $"\\{c}" : IsBreak(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : $"{c}"))}\"";

    /// <summary>The word of a meaning or a kind in documents.</summary>
    public static string Word<T>(T named)
        where T : struct, Enum
    {
        var name = $"{named}";
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>What ends a line, or is no letter at all, to a reader of YAML.</summary>
    internal static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
