using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Commands;

/// <summary>The catalogue page, made from the manifests alone.</summary>
public static class ConnectorPage
{
    public static string Of(IReadOnlyList<Connector> connectors, Words words)
    {
        var manifests = connectors.Select(connector => connector.Manifest).OrderBy(manifest => manifest.Name, StringComparer.Ordinal).ToList();
        var page = new StringBuilder($"# {words["connectors.title"]}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"| {words["connectors.name"]} | {words["connectors.version"]} | {words["connectors.can"]} | {words["connectors.checks"]} |\n|---|---|---|---|\n");
        foreach (var manifest in manifests)
        {
            var roles = Enum.GetValues<Contract>().Where(one => one != Contract.None && manifest.Contracts.HasFlag(one)).Select(one => words[$"contract.{one}"]);
            var checks = manifest.Checks.Select(depth => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(depth.ToString())} ({words[$"check.{depth}"]})");
            page.Append(CultureInfo.InvariantCulture, $"| `{manifest.Name}` {manifest.Title.In(words.Culture)} | {manifest.Version} | {string.Join(", ", roles)} | {string.Join(", ", checks)} |\n");
        }

        foreach (var manifest in manifests)
        {
            Write(page, manifest, words);
        }

        return page.ToString().TrimEnd();
    }

    private static void Write(StringBuilder page, ConnectorManifest manifest, Words words)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {manifest.Name}\n\n");
        var about = manifest.About;
        foreach (var (word, text) in new[] { ("speaks", about?.Speaks), ("reads", about?.Reads), ("writes", about?.Writes), ("tested", about?.Tested), ("not-tested", about?.NotTested) })
        {
            if (text is not null)
            {
                page.Append(CultureInfo.InvariantCulture, $"- {words[$"connectors.{word}"]}: {text.In(words.Culture)}\n");
            }
        }

        page.Append(CultureInfo.InvariantCulture, $"\n{words["connectors.schema"]}:\n\n");
        foreach (var (name, schema) in SettingsSchema.Of(manifest.Settings, words.Culture)["properties"]!.AsObject())
        {
            page.Append(CultureInfo.InvariantCulture, $"- `{name}`: {schema?["title"]}\n");
        }
    }
}
