namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>What a request says of itself to the pipeline.</summary>
public static class RequestFlags
{
    private static readonly HttpRequestOptionsKey<bool> Repeatable = new("IntegrationHub.Repeatable");
    private static readonly HttpRequestOptionsKey<bool> Streamed = new("IntegrationHub.Streamed");
    private static readonly HttpRequestOptionsKey<bool> Bare = new("IntegrationHub.Bare");

    /// <summary>A POST or PATCH that only reads, or that carries its own idempotency key: it may be sent again after a cut.</summary>
    public static HttpRequestMessage AsRepeatable(this HttpRequestMessage request) => request.With(Repeatable);

    /// <summary>The body is read by the caller as it comes (a large file); a cut inside it is the caller's to handle.</summary>
    public static HttpRequestMessage AsStreamed(this HttpRequestMessage request) => request.With(Streamed);

    /// <summary>Sent without the connection's credentials: a token request.</summary>
    public static HttpRequestMessage AsBare(this HttpRequestMessage request) => request.With(Bare);

    internal static bool IsStreamed(this HttpRequestMessage request) => request.Options.TryGetValue(Streamed, out var set) && set;

    internal static bool IsBare(this HttpRequestMessage request) => request.Options.TryGetValue(Bare, out var set) && set;

    internal static bool IsRepeatable(this HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete
        || request.Method == HttpMethod.Options || (request.Options.TryGetValue(Repeatable, out var set) && set);

    private static HttpRequestMessage With(this HttpRequestMessage request, HttpRequestOptionsKey<bool> flag)
    {
        request.Options.Set(flag, true);
        return request;
    }
}
