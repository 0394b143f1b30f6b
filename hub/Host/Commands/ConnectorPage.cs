using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Host.Commands;

/// <summary>The catalogue page, made from the manifests alone.</summary>
public static class ConnectorPage
{
    public static string Of(IReadOnlyList<Connector> connectors, CultureInfo culture)
    {
        var french = culture.TwoLetterISOLanguageName == "fr";
        var page = new StringBuilder(french ? "# Connecteurs\n\n" : "# Connectors\n\n");
        page.Append(french ? "| connecteur | titre | version | familles | rôle | vérifications |\n" : "| connector | title | version | families | can be | checks |\n").Append("|---|---|---|---|---|---|\n");
        foreach (var manifest in connectors.Select(connector => connector.Manifest))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {manifest.Name} | {manifest.Title.In(culture)} | {manifest.Version} | {string.Join(", ", manifest.Families)} | {manifest.Contracts.ToString().ToLowerInvariant()} | {string.Join(", ", manifest.Checks).ToLowerInvariant()} |\n");
        }

        foreach (var manifest in connectors.Select(connector => connector.Manifest))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {manifest.Name}\n\n");
            foreach (var (name, schema) in SettingsSchema.Of(manifest.Settings, culture)["properties"]!.AsObject())
            {
                page.Append(CultureInfo.InvariantCulture, $"- `{name}`: {schema?["title"]}\n");
            }
        }

        return page.ToString().TrimEnd();
    }
}
