using System.Globalization;
using System.Net.Http.Headers;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Egress;
using IntegrationHub.Hub.Subscriptions;
using Polly.CircuitBreaker;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>Sends one signed event to one receiver and says how it ended. Redirects are never followed, and nothing private is reached that is not allowed.</summary>
public sealed class WebhookClient : IDisposable
{
    private readonly WebhookTarget _target;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public WebhookClient(WebhookTarget target, TimeProvider clock)
    {
        _target = target;
        _clock = clock;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = new EgressGuard(target.AllowedNetworks).ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 16,
        };
        _http = new HttpClient(new TargetPipeline(handler, target.Timeout, clock)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <returns>Null when the receiver took it; else the failure, whose kind alone decides the next step (<see cref="FailureKind.Denied"/> disables the subscription).</returns>
    public async Task<Failure?> SendAsync(string id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, _target.Endpoint) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.MediaType, "utf-8");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Sign(_target.Secrets, id, now, body.Span));
        try
        {
            // The answer's body is never read: it might hold anything, and nothing depends on it.
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return WebhookAnswer.Judge(answer, _clock.GetUtcNow());
        }
        catch (BrokenCircuitException broken)
        {
            var wait = broken.RetryAfter ?? TimeSpan.FromSeconds(5);
            return new Failure(FailureKind.Throttled, "breaker.open", "the receiver failed too often; deliveries wait and go on by themselves") { NotBefore = now + wait };
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && WebhookAnswer.Judge(error) is { } failure)
        {
            return failure;
        }
    }

    public void Dispose() => _http.Dispose();
}
