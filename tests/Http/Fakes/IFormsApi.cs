using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Http.Sending;
using RestEase;

namespace IntegrationHub.Tests.Http.Fakes;

/// <summary>A typed client as a connector declares it.</summary>
internal interface IFormsApi
{
    [Get("forms/{id}")]
    Task<Form> FindAsync([Path] string id, CancellationToken cancellationToken);

    [Get("forms?kind=all")]
    Task<JsonDocument> ListAsync([Query] string? name, [Query("since", Format = "yyyy-MM-dd")] DateOnly since, CancellationToken cancellationToken);

    [Get("{next}")]
    Task<HttpReply> NextAsync([Path(UrlEncode = false)] string next, CancellationToken cancellationToken);

    [Post("forms")]
    Task MakeAsync([Body] JsonObject form, CancellationToken cancellationToken);

    [Post("forms/search")]
    [Repeatable]
    Task<HttpReply> SearchAsync([Body(BodySerializationMethod.UrlEncoded)] IDictionary<string, string> form, [Header("Accept")] string? accept, CancellationToken cancellationToken);
}
