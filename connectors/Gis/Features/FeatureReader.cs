using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Http.Listing;

namespace IntegrationHub.Connectors.Gis.Features;

/// <summary>Makes items of features, without their owners where the connection may not read them.</summary>
/// <param name="settings">Key and owners.</param>
/// <param name="properties">Member that holds a feature's attributes: <c>properties</c> in GeoJSON, <c>attributes</c> at Esri.</param>
internal sealed class FeatureReader(FeatureSettings settings, string properties)
{
    private const int LongestKey = 400;

    private readonly ForbiddenFields owners = OwnerFields.Without(settings);

    /// <param name="features">As the server gave them.</param>
    /// <param name="position">Where the page stands, for what is rejected.</param>
    /// <param name="next">The next page.</param>
    /// <param name="id">The property that is the feature's id where the connection names none; null for the member <c>id</c>.</param>
    public ListPage Read(IEnumerable<JsonElement> features, string position, string? next, string? id = null)
    {
        var (items, rejected, place) = (new List<ListItem>(), new List<RejectedRecord>(), 0);
        foreach (var feature in features)
        {
            place++;
            _ = owners.TryRemove(Encoding.UTF8.GetBytes(feature.GetRawText()), out var body);
            if (Key(feature, settings.Key ?? id) is { Length: > 0 and <= LongestKey } key)
            {
                items.Add(new ListItem(key, body));
            }
            else
            {
                rejected.Add(new RejectedRecord(string.Create(CultureInfo.InvariantCulture, $"{position}, feature {place}"), "feature.no-key", body));
            }
        }

        return new ListPage(items, rejected, next);
    }

    private string? Key(JsonElement feature, string? name) =>
        (name is null ? Member(feature, "id") : Member(feature, properties) is { } attributes ? Member(attributes, name) : null)?.ToString();

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
