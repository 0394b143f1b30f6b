using System.Text.Json;
using RestEase;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>Writes a typed client's bodies with System.Text.Json; nulls are left out.</summary>
internal sealed class JsonBodies : RequestBodySerializer
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public override HttpContent? SerializeBody<T>(T body, RequestBodySerializerInfo info) => body is null ? null : new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Web))
    {
        Headers = { { "Content-Type", "application/json; charset=utf-8" } },
    };
}
