using System.Globalization;
using System.Reflection;
using System.Text.Json;
using RestEase;
using RestEase.Implementation;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>Carries the calls of a declarative interface (RestEase) over a link: it makes the request, the one pipeline sends and judges it.</summary>
/// <remarks>
/// An answer is an <see cref="HttpReply"/>, a <see cref="JsonDocument"/> that the caller disposes, or whatever System.Text.Json makes of the bytes. RestEase's own
/// sending is closed: its exceptions hold addresses and bodies of answers, which no log and no failure may show.
/// </remarks>
/// <param name="link">The way out.</param>
/// <param name="client">The link's own client.</param>
/// <param name="below">What relative paths go below.</param>
internal sealed class ApiRequester(HttpLink link, HttpClient client, Uri below) : Requester(client)
{
    // Names count to the letter: a JsonObject that took "ID" for "id" would refuse an answer that holds both.
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { PropertyNameCaseInsensitive = false };

    // RestEase makes a builder, and with it an assembly that is never freed, each time one is asked for: all interfaces share this one.
    private static readonly ImplementationBuilder Builder = ImplementationBuilder.Instance;

    public static TApi Implement<TApi>(HttpLink link, HttpClient client, Uri below) where TApi : class =>
        Builder.CreateImplementation<TApi>(new ApiRequester(link, client, below) { RequestBodySerializer = new JsonBodies(), FormatProvider = CultureInfo.InvariantCulture });

    public override async Task<T> RequestAsync<T>(IRequestInfo requestInfo) => Read<T>(await AskAsync(requestInfo));

    public override Task RequestVoidAsync(IRequestInfo requestInfo) => AskAsync(requestInfo);

    /// <summary>A path may be a whole address: a link the system gave, taken as it was written.</summary>
    protected override Uri ConstructUri(string relativePath, IRequestInfo requestInfo) => new(below, HttpLink.Query(
        relativePath, [.. requestInfo.QueryParams.SelectMany(parameter => parameter.SerializeToString(FormatProvider)).Select(pair => (pair.Key, (string?)pair.Value))]));

    /// <exception cref="HttpFailureException">A value breaks the line: it would begin a header of its own, for .NET writes it as it is.</exception>
    protected override void ApplyHeaders(IRequestInfo requestInfo, HttpRequestMessage requestMessage)
    {
        if (requestInfo.HeaderParams.Any(static header => header.Value.AsSpan().ContainsAny('\r', '\n', '\0')))
        {
            throw new HttpFailureException(HttpReply.Malformed("value of one line"));
        }

        base.ApplyHeaders(requestInfo, requestMessage);
    }

    protected override Task<HttpResponseMessage> SendRequestAsync(IRequestInfo requestInfo, bool readBody) =>
        throw new NotSupportedException($"{requestInfo.MethodInfo.Name}: an interface over a link answers with HttpReply, JsonDocument, a value to be read from JSON, or nothing");

    private async Task<HttpReply> AskAsync(IRequestInfo requestInfo)
    {
        using var request = new HttpRequestMessage(requestInfo.Method, ConstructUri(SubstitutePathParameters(requestInfo), requestInfo)) { Content = ConstructContent(requestInfo) };
        ApplyHeaders(requestInfo, request);
        if (requestInfo.MethodInfo.IsDefined(typeof(RepeatableAttribute)))
        {
            request.AsRepeatable();
        }

        if (requestInfo.MethodInfo.IsDefined(typeof(BareAttribute)))
        {
            request.AsBare();
        }

        return await link.SendAsync(request, requestInfo.CancellationToken);
    }

    private static T Read<T>(HttpReply reply)
    {
        try
        {
            return reply is T whole ? whole
                : typeof(T) == typeof(JsonDocument) ? (T)(object)reply.Json()
                : JsonSerializer.Deserialize<T>(reply.Body.Span, Web) ?? throw new HttpFailureException(HttpReply.Malformed("JSON"));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new HttpFailureException(HttpReply.Malformed("JSON"));
        }
    }
}
