using System.Diagnostics.CodeAnalysis;
using System.Text;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>A connection's way to its system: every request goes through the one pipeline.</summary>
[SuppressMessage("Design", "CA1001", Justification = "the client does not own its handler and holds nothing else to free")]
public sealed class HttpLink
{
    private readonly HttpClient client;

    internal HttpLink(HttpMessageHandler pipeline, HttpSettings settings, TimeProvider time)
    {
        // The handler's own limits count per try; a second clock around them would cut retries short.
        client = new HttpClient(pipeline, disposeHandler: false) { BaseAddress = settings.Url.Value, Timeout = Timeout.InfiniteTimeSpan };
        Time = time;
    }

    /// <summary>The base address; relative addresses go below it.</summary>
    public Uri Address => client.BaseAddress!;

    public TimeProvider Time { get; }

    /// <summary>A typed client: a declarative interface (RestEase) named after the system's API, over this link; see <see cref="ApiRequester"/>.</summary>
    /// <param name="below">What its paths go below; by default the link's address.</param>
    public TApi Api<TApi>(Uri? below = null) where TApi : class => ApiRequester.Implement<TApi>(this, client, below ?? Address);

    /// <exception cref="HttpFailureException">The request ended in a failure.</exception>
    public Task<HttpReply> GetAsync(string address, CancellationToken cancellationToken) => GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), cancellationToken);

    /// <exception cref="HttpFailureException">The request ended in a failure.</exception>
    public async Task<HttpReply> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>Sends a JSON body. A POST that only reads says <paramref name="repeatable"/>.</summary>
    /// <exception cref="HttpFailureException">The request ended in a failure.</exception>
    public async Task<HttpReply> SendJsonAsync(HttpMethod method, string address, ReadOnlyMemory<byte> json, bool repeatable, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.RelativeOrAbsolute)) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return await SendAsync(repeatable ? request.AsRepeatable() : request, cancellationToken);
    }

    /// <summary>Sends and reads the whole answer.</summary>
    /// <exception cref="HttpFailureException">The request ended in a failure.</exception>
    public async Task<HttpReply> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = response.Content is AnswerBody whole ? whole.Bytes : default;
        return new HttpReply((int)response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, body) { Address = request.RequestUri };
    }

    /// <summary>Sends and gives the answer with its body still to be read; see <see cref="RequestFlags.AsStreamed"/>.</summary>
    /// <exception cref="HttpFailureException">The request ended in a failure.</exception>
    public Task<HttpResponseMessage> StreamAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        client.SendAsync(request.AsStreamed(), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>An address with its query, each value escaped.</summary>
    public static string Query(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(path);
        var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                text.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                mark = '&';
            }
        }

        return text.ToString();
    }
}
