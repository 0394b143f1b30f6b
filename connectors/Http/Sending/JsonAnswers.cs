using System.Text.Json;
using RestEase;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>Reads a typed client's answers with System.Text.Json.</summary>
internal sealed class JsonAnswers : ResponseDeserializer
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public override T Deserialize<T>(string? content, HttpResponseMessage response, ResponseDeserializerInfo info)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content ?? "null", Web)!;
        }
        catch (JsonException)
        {
            throw new HttpFailureException(HttpReply.Malformed("JSON"));
        }
    }
}
