using System.Text.Json;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Host.Settings;

/// <summary>Reads the host settings: file, then environment (HUB_LISTEN for listen), then command line; the later word wins.</summary>
public static class SettingsReader
{
    /// <summary>Taken when no file is named and this one stands in the current folder.</summary>
    public const string DefaultFile = "integrationhub.yaml";

    private const string Prefix = "HUB_";

    // The test suites name their servers in variables of the same prefix.
    private const string Tests = "HUB_TEST_";

    /// <param name="file">A settings file that must exist; null takes <see cref="DefaultFile"/> where it stands.</param>
    /// <param name="environment">Variables by name.</param>
    /// <param name="commandLine">Settings by name, each with the option it came from.</param>
    /// <exception cref="DocumentException">Unknown name or unusable value: with file, line and the nearest valid word.</exception>
    public static HostSettings Read(
        string? file, IReadOnlyDictionary<string, string> environment, IReadOnlyList<(string Name, string Value, string Option)> commandLine)
    {
        var path = file ?? (File.Exists(DefaultFile) ? DefaultFile : null);
        var root = path is null ? new DocumentNode.Map([], new DocumentPosition(DefaultFile, 1, 1)) : FromFile(path);
        var later = FromEnvironment(environment).Concat(commandLine.Select(o => Entry(o.Name, o.Value, o.Option))).ToList();
        var entries = root.Entries.Concat(later).GroupBy(e => e.Name, StringComparer.Ordinal).Select(same => same.Last());
        return SettingsBinder.Bind<HostSettings>(root with { Entries = [.. entries] });
    }

    private static DocumentNode.Map FromFile(string path)
    {
        var start = new DocumentPosition(path, 1, 1);
        if (!File.Exists(path))
        {
            throw new DocumentException([new DocumentError(start, "", "settings.missing", "There is no such file: name one that exists, or leave --settings out.")]);
        }

        return YamlDocument.Parse(File.ReadAllText(path), path) as DocumentNode.Map
            ?? throw new DocumentException([new DocumentError(start, "", "settings.shape", "Write one 'name: value' a line.")]);
    }

    private static IEnumerable<DocumentEntry> FromEnvironment(IReadOnlyDictionary<string, string> environment) => environment
        .Where(v => v.Key.StartsWith(Prefix, StringComparison.Ordinal) && !v.Key.StartsWith(Tests, StringComparison.Ordinal))
        .OrderBy(v => v.Key, StringComparer.Ordinal)
        .Select(v => Entry(Camel(v.Key[Prefix.Length..]), v.Value, v.Key));

    private static DocumentEntry Entry(string name, string value, string place)
    {
        var at = new DocumentPosition(place, 1, 1);
        return new DocumentEntry(name, new DocumentNode.Scalar(value, at), at);
    }

    private static string Camel(string upperSnake) => JsonNamingPolicy.CamelCase.ConvertName(
        string.Concat(upperSnake.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..].ToLowerInvariant())));
}
