using System.Globalization;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Wfs;

/// <summary>Requests of WFS 2.0 (ISO 19142) as keys and values.</summary>
internal static class WfsRequests
{
    public static string Capabilities(WfsSettings settings) => Request(settings, "GetCapabilities", []);

    /// <summary>Features from the <paramref name="start"/>th on, counted from 0.</summary>
    public static string Page(WfsSettings settings, long start) => Features(
        settings,
        ("count", settings.PageSize.ToString(CultureInfo.InvariantCulture)),
        ("startIndex", start.ToString(CultureInfo.InvariantCulture)),
        ("sortBy", settings.Sort),
        ("srsName", settings.SrsName),
        ("outputFormat", settings.OutputFormat));

    /// <summary>Only how many there are.</summary>
    public static string Hits(WfsSettings settings) => Features(settings, ("resultType", "hits"));

    private static string Features(WfsSettings settings, params ReadOnlySpan<(string Name, string? Value)> more) =>
        HttpLink.Query(Request(settings, "GetFeature", [("typeNames", settings.TypeName)]), more);

    private static string Request(WfsSettings settings, string request, ReadOnlySpan<(string Name, string? Value)> more) => HttpLink.Query(
        settings.Path,
        [("service", "WFS"), ("version", "2.0.0"), ("request", request), .. settings.Parameters.Select(parameter => (parameter.Key, (string?)parameter.Value)), .. more]);
}
