using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.ArcGis;
using IntegrationHub.Connectors.Gis.Ogc;
using IntegrationHub.Connectors.Gis.Wfs;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Zones;

/// <summary>Reads divisions whole, by the connectors of this project, which keep their own rules of owners, network and failure.</summary>
internal sealed class ZoneLoader
{
    private readonly OgcFeaturesConnector ogc = new();
    private readonly WfsConnector wfs = new();
    private readonly ArcGisConnector arcgis = new();

    /// <exception cref="HttpFailureException">The division cannot be read.</exception>
    public async Task<ZoneSet> LoadAsync(ZoneSetSettings settings, ConnectionContext context, CancellationToken cancellationToken)
    {
        var features = settings.File is { } file ? await FileAsync(file, cancellationToken) : await SourceAsync(settings, context with { Preview = true }, cancellationToken);
        return new ZoneSet(settings, features);
    }

    private async Task<IReadOnlyList<JsonElement>> SourceAsync(ZoneSetSettings settings, ConnectionContext context, CancellationToken cancellationToken)
    {
        var source = settings.Ogc is { } collection ? ogc.OpenSource(collection, context) : settings.Wfs is { } type ? wfs.OpenSource(type, context) : arcgis.OpenSource(settings.Arcgis!, context);
        var features = new List<JsonElement>();
        await foreach (var read in source.ReadAsync(after: null, cancellationToken))
        {
            if (read is SourceRead.Failed(var failure))
            {
                throw new HttpFailureException(failure);
            }

            foreach (var record in ((SourceRead.Page)read).Value.Records)
            {
                using var json = JsonDocument.Parse(record.Body);
                features.Add(json.RootElement.Clone());
            }
        }

        return features;
    }

    private static async Task<IReadOnlyList<JsonElement>> FileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancellationToken));
            return [.. json.RootElement.GetProperty("features").Clone().EnumerateArray()];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HttpFailureException(new Failure(FailureKind.Denied, "zones.file", "The file of zones cannot be read: check its path and its rights."));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HttpFailureException(new Failure(FailureKind.Denied, "zones.not-geojson", "The file of zones is no GeoJSON feature collection."));
        }
    }
}
