using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.Features;
using IntegrationHub.Connectors.Http.Listing;

namespace IntegrationHub.Connectors.Gis.ArcGis;

/// <summary>Reads a layer in the order of its object ids: by offset while the server says that there is more, or, where it takes no offset, by lists of ids. Coordinates are WGS 84.</summary>
internal sealed class ArcGisSource(ArcGisSettings settings, IArcGisApi api, ConnectionContext context) : ListSource(context)
{
    private const string After = "after ";

    // A request by ids stands in the address, which servers cut beyond some kilobytes.
    private const int MostIds = 200;

    private readonly FeatureReader reader = new(settings, "attributes");
    private ArcGisLayer? layer;
    private IReadOnlyList<long>? ids;

    private string Fields => string.Join(',', settings.Fields);

    private Dictionary<string, string> Parameters => new(settings.Parameters);

    protected override async Task<ListPage> PageAsync(ListPlace place, CancellationToken cancellationToken)
    {
        layer ??= await LayerAsync(settings, api, cancellationToken);
        return layer.Pages && place.Position?.StartsWith(After, StringComparison.Ordinal) != true
            ? await ByOffsetAsync(layer, Number(place.Position ?? "0"), cancellationToken)
            : await ByIdsAsync(layer, Number(place.Position?[After.Length..] ?? "-1"), cancellationToken);
    }

    public static async Task<ArcGisLayer> LayerAsync(ArcGisSettings settings, IArcGisApi api, CancellationToken cancellationToken)
    {
        using var json = await api.LayerAsync(settings.Layer, cancellationToken);
        return ArcGisLayer.Read(json.RootElement);
    }

    private async Task<ListPage> ByOffsetAsync(ArcGisLayer known, long offset, CancellationToken cancellationToken)
    {
        long? total = offset == 0 ? await CountAsync(cancellationToken) : null;
        using var json = await api.PageAsync(settings.Layer, settings.Where, Fields, known.ObjectId, offset, Math.Min(settings.PageSize, known.Largest), Parameters, cancellationToken);
        var features = json.RootElement.GetProperty("features");
        var more = json.RootElement.TryGetProperty("exceededTransferLimit", out var exceeded) && exceeded.ValueKind == JsonValueKind.True && features.GetArrayLength() > 0;
        return Read(known, features, more ? Text(offset + features.GetArrayLength()) : null) with { Total = total };
    }

    private async Task<ListPage> ByIdsAsync(ArcGisLayer known, long last, CancellationToken cancellationToken)
    {
        ids ??= await IdsAsync(cancellationToken);
        var chunk = ids.Where(id => id > last).Take(Math.Min(Math.Min(settings.PageSize, known.Largest), MostIds)).ToList();
        if (chunk.Count == 0)
        {
            return new ListPage([], [], null) { Total = ids.Count };
        }

        using var json = await api.ByIdsAsync(settings.Layer, string.Join(',', chunk.Select(Text)), Fields, Parameters, cancellationToken);
        return Read(known, json.RootElement.GetProperty("features"), chunk[^1] == ids[^1] ? null : After + Text(chunk[^1])) with { Total = ids.Count };
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        using var json = await api.CountAsync(settings.Layer, settings.Where, Parameters, cancellationToken);
        return json.RootElement.GetProperty("count").GetInt64();
    }

    private async Task<IReadOnlyList<long>> IdsAsync(CancellationToken cancellationToken)
    {
        using var json = await api.IdsAsync(settings.Layer, settings.Where, Parameters, cancellationToken);
        var list = json.RootElement.GetProperty("objectIds"); // null when there are none
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(id => id.GetInt64()).Order()] : [];
    }

    private ListPage Read(ArcGisLayer known, JsonElement features, string? next) =>
        reader.Read(features.EnumerateArray(), "layer " + Text(settings.Layer), next, id: known.ObjectId);

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
