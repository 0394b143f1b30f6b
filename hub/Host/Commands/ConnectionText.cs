using System.Text;
using System.Text.Json;

namespace IntegrationHub.Host.Commands;

/// <summary>Writes connection documents for files.</summary>
public static class ConnectionText
{
    /// <summary>A connection name from a file's: letters, digits and hyphens.</summary>
    public static string NameFor(string path)
    {
        var name = new StringBuilder();
        foreach (var letter in Path.GetFileNameWithoutExtension(path).ToLowerInvariant())
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        }

        var text = name.ToString().Trim('-');
        return text.Length == 0 ? "file" : text;
    }

    /// <param name="name">The connection's name.</param>
    /// <param name="controller">SIRET of the data controller.</param>
    /// <param name="mapping">Name of its mapping document.</param>
    /// <param name="path">The file.</param>
    /// <param name="key">Column of the record's key; null takes the row's hash.</param>
    /// <param name="trust">0 to 100.</param>
    /// <param name="forbid">Fields never stored; null leaves the usual ones.</param>
    /// <param name="snapshot">The file is the whole each time.</param>
    public static string ForFile(string name, string controller, string mapping, string path, string? key, int trust = 50, IReadOnlyList<string>? forbid = null, bool snapshot = false)
    {
        var forbidden = forbid is null ? "" : $"\nforbid: [{string.Join(", ", forbid.Select(Quoted))}]";
        var keys = key is null ? "" : $"\n  key: [{Quoted(key)}]";
        var mode = snapshot ? "\n  mode: snapshot" : "";
        return $"""
            name: {name}
            connector: {Catalogues.FileConnectors.For(path).Manifest.Name}
            controller: "{controller}"
            mapping: {mapping}
            trust: {trust.ToString(System.Globalization.CultureInfo.InvariantCulture)}{forbidden}
            settings:
              path: {Quoted(path)}{keys}{mode}

            """;
    }

    // A JSON string is a YAML string.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
