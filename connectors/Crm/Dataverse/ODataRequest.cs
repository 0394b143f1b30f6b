namespace IntegrationHub.Connectors.Crm.Dataverse;

internal static class ODataRequest
{
    /// <summary>The headers Dataverse asks of every request; reading has them from <see cref="IDataverseApi"/>.</summary>
    public static HttpRequestMessage AsOData(this HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("OData-Version", "4.0");
        request.Headers.TryAddWithoutValidation("OData-MaxVersion", "4.0");
        return request;
    }
}
