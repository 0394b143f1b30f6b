using System.Text.Json;
using IntegrationHub.Connectors.Http.Sending;
using RestEase;

namespace IntegrationHub.Connectors.Gis.Ogc;

/// <summary>OGC API Features, Part 1, below the landing page (<c>https://docs.ogc.org/is/17-069r4/17-069r4.html</c>).</summary>
/// <remarks>GeoJSON is asked for by the Accept header, as Part 1 has it; a server that wants <c>f=json</c> is told so in the connection's <c>parameters</c>.</remarks>
[Header("Accept", "application/geo+json, application/json;q=0.9")]
internal interface IOgcFeaturesApi
{
    [Get("collections")]
    Task<JsonDocument> CollectionsAsync([Query] string? f, CancellationToken cancellationToken);

    [Get("collections/{id}")]
    Task<JsonDocument> CollectionAsync([Path] string id, [Query] string? f, CancellationToken cancellationToken);

    [Get("collections/{id}/items")]
    Task<HttpReply> ItemsAsync([Path] string id, [QueryMap] IDictionary<string, string> parameters, [Query] int limit, CancellationToken cancellationToken);

    /// <param name="link">A page's <c>next</c> link, as the server wrote it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    [Get("{link}")]
    Task<HttpReply> NextAsync([Path(UrlEncode = false)] string link, CancellationToken cancellationToken);
}
