using System.Net.Http.Headers;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>An answer as it came: status, headers, the whole body.</summary>
public sealed record HttpReply(int Status, HttpResponseHeaders Headers, string? MediaType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The request's address, after redirects.</summary>
    public Uri? Address { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The body as JSON. The caller disposes it.</summary>
    /// <exception cref="HttpFailureException">It is not JSON: <c>body.malformed</c>, passing, because a proxy's or a starting server's page looks so.</exception>
    public JsonDocument Json()
    {
        try
        {
            return JsonDocument.Parse(Body);
        }
        catch (JsonException)
        {
            throw new HttpFailureException(Malformed("JSON"));
        }
    }

    /// <summary>The JSON body, or null when it is none: for judging answers.</summary>
    public JsonDocument? TryJson()
    {
        try
        {
            return Body.IsEmpty ? null : JsonDocument.Parse(Body);
        }
        catch (JsonException)
        {
            return null; // an error page: the status alone decides
        }
    }

    /// <summary>What to answer when a body is not what the system's interface says.</summary>
    public static Failure Malformed(string expected) =>
        new(FailureKind.Passing, "body.malformed", $"The system answered something that is not the {expected} its interface promises: an error page, a login page or a cut answer.");
}
