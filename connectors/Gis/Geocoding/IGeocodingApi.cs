using System.Text.Json;
using IntegrationHub.Connectors.Http.Sending;
using RestEase;

namespace IntegrationHub.Connectors.Gis.Geocoding;

/// <summary>The State's geocoder, below <c>https://data.geopf.fr/geocodage/</c> (<c>https://geoservices.ign.fr/documentation/services/services-geoplateforme/geocodage</c>), and addok.</summary>
internal interface IGeocodingApi
{
    /// <summary>The best address, as one GeoJSON feature.</summary>
    [Get("search?limit=1&autocomplete=0")]
    Task<JsonDocument> SearchAsync([Query] string q, [Query] string? postcode, [Query] string? citycode, CancellationToken cancellationToken);

    /// <summary>The file, with the columns of the answer added.</summary>
    /// <param name="form"><c>data</c> (the file), and the names of its columns.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    [Post("search/csv")]
    [Repeatable]
    Task<HttpReply> SearchFileAsync([Body] MultipartFormDataContent form, CancellationToken cancellationToken);
}
