using IntegrationHub.Mappings.Engine.Documents;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Reads the lookup tables of a document: code and meaning inline, or a file of `code;meaning` lines.</summary>
internal static class TableReader
{
    public static Dictionary<string, IReadOnlyDictionary<string, string>> Read(DocumentNode? node, CompileOptions options)
    {
        var tables = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var (name, table) in node?.Entries() ?? [])
        {
            var entries = table.Entries();
            tables[name] = entries is [{ Name: "file", Value.Text: { } file }]
                ? FromFile(file, table, options)
                : entries.Where(e => e.Value.Text is not null).ToDictionary(e => e.Name, e => e.Value.Text!);
        }

        return tables;
    }

    private static Dictionary<string, string> FromFile(string file, DocumentNode table, CompileOptions options)
    {
        var rows = new Dictionary<string, string>();
        if (options.ReadFile(file) is not { } text)
        {
            table.Refuse($"cannot read the table's file {file}: put it beside this document");
            return rows;
        }

        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = line.IndexOf(';', StringComparison.Ordinal);
            if (at > 0)
            {
                rows[line[..at].Trim()] = line[(at + 1)..].Trim();
            }
            else
            {
                table.Refuse($"{file} must hold lines of `code;meaning`");
                break;
            }
        }

        return rows;
    }
}
