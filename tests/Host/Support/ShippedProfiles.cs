using System.Text.RegularExpressions;
using IntegrationHub.Host.Node;

namespace IntegrationHub.Tests.Host.Support;

/// <summary>The document of Publik's profiles as it ships, with what an architect is told to replace; by hand only, and without the rate of a real portal.</summary>
internal static partial class ShippedProfiles
{
    public static string At(Uri address, string key)
    {
        using var stream = typeof(HubNode).Assembly.GetManifestResourceStream("systems/publik-profils.yaml")!;
        using var reader = new StreamReader(stream);
        return Own().Replace(reader.ReadToEnd(), "").Replace("env:PUBLIK_KEY", $"\"file:{key}\"", StringComparison.Ordinal)
            .Replace("https://connexion.example.fr/", $"{address}\n  network: {{ allow: [127.0.0.0/8] }}", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(schedule:|  rate:).*\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Own();
}
