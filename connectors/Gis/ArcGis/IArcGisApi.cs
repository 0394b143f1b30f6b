using System.Text.Json;
using IntegrationHub.Connectors.Http.Sending;
using RestEase;

namespace IntegrationHub.Connectors.Gis.ArcGis;

/// <summary>A feature service of ArcGIS, below <c>…/FeatureServer/</c> (<c>https://developers.arcgis.com/rest/services-reference/enterprise/query-feature-service-layer/</c>).</summary>
internal interface IArcGisApi
{
    /// <summary>What the layer says of itself.</summary>
    [Get("{layer}?f=json")]
    Task<JsonDocument> LayerAsync([Path] int layer, CancellationToken cancellationToken);

    [Get("{layer}/query?returnCountOnly=true&f=json")]
    Task<JsonDocument> CountAsync([Path] int layer, [Query] string where, [QueryMap] IDictionary<string, string> parameters, CancellationToken cancellationToken);

    [Get("{layer}/query?returnIdsOnly=true&f=json")]
    Task<JsonDocument> IdsAsync([Path] int layer, [Query] string where, [QueryMap] IDictionary<string, string> parameters, CancellationToken cancellationToken);

    [Get("{layer}/query?returnGeometry=true&outSR=4326&f=json")]
    Task<JsonDocument> PageAsync(
        [Path] int layer, [Query] string where, [Query] string outFields, [Query] string orderByFields, [Query] long resultOffset, [Query] int resultRecordCount,
        [QueryMap] IDictionary<string, string> parameters, CancellationToken cancellationToken);

    [Get("{layer}/query?returnGeometry=true&outSR=4326&f=json")]
    Task<JsonDocument> ByIdsAsync([Path] int layer, [Query] string objectIds, [Query] string outFields, [QueryMap] IDictionary<string, string> parameters, CancellationToken cancellationToken);

    /// <summary><c>token</c> and <c>expires</c> (<c>https://developers.arcgis.com/rest/users-groups-and-items/generate-token/</c>).</summary>
    /// <param name="address">Of generateToken, which stands at the portal and not below the service.</param>
    /// <param name="form">Account and lifetime.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    [Post("{address}")]
    [Bare]
    Task<JsonDocument> GenerateTokenAsync([Path(UrlEncode = false)] string address, [Body(BodySerializationMethod.UrlEncoded)] IDictionary<string, string> form, CancellationToken cancellationToken);
}
