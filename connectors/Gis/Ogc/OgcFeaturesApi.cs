using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Ogc;

/// <summary>Requests below the landing page. GeoJSON is asked for by the Accept header, as Part 1 has it; a server that wants <c>f=json</c> is told so in <c>parameters</c>.</summary>
internal static class OgcFeaturesApi
{
    public static string Collections => "collections";

    public static string Collection(string id) => "collections/" + Uri.EscapeDataString(id);

    public static string Items(string id) => Collection(id) + "/items";

    public static async Task<HttpReply> AskAsync(this HttpLink link, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/geo+json, application/json;q=0.9");
        return await link.SendAsync(request, cancellationToken);
    }
}
