using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.Features;
using IntegrationHub.Connectors.Http.Listing;

namespace IntegrationHub.Connectors.Gis.Ogc;

/// <summary>Reads a collection by its <c>next</c> links, each taken as the server wrote it; a page without one is the last.</summary>
internal sealed class OgcFeaturesSource(OgcFeaturesSettings settings, IOgcFeaturesApi api, ConnectionContext context) : ListSource(context)
{
    private readonly FeatureReader reader = new(settings, "properties");

    protected override async Task<ListPage> PageAsync(ListPlace place, CancellationToken cancellationToken)
    {
        var reply = place.Position is { } next ? await api.NextAsync(next, cancellationToken)
            : await api.ItemsAsync(settings.Collection, new Dictionary<string, string>(settings.Parameters), settings.PageSize, cancellationToken);
        using var json = reply.Json();
        var features = json.RootElement.GetProperty("features").EnumerateArray();
        var page = reader.Read(features, settings.Collection, Next(json.RootElement, reply.Address));
        return page with { Total = json.RootElement.TryGetProperty("numberMatched", out var total) && total.TryGetInt64(out var matched) ? matched : null };
    }

    // A server may give the same page in several formats.
    private static string? Next(JsonElement page, Uri? asked)
    {
        if (!page.TryGetProperty("links", out var links))
        {
            return null;
        }

        var found = links.EnumerateArray().Where(candidate => Word(candidate, "rel") == "next").OrderByDescending(candidate => Word(candidate, "type")?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)
            .Select(candidate => Word(candidate, "href")).FirstOrDefault(href => href is not null);
        return found is null || asked is null ? found : new Uri(asked, found).AbsoluteUri;
    }

    private static string? Word(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
