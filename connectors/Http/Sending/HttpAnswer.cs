using System.Globalization;
using System.Net.Http.Headers;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Egress;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>The one place that turns a status or a broken connection into a failure value.</summary>
public static class HttpAnswer
{
    public const string TokenExpired = "auth.expired";

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(1);

    /// <returns>Null for a 2xx answer.</returns>
    public static Failure? Judge(int status, HttpResponseHeaders headers, DateTimeOffset now)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"http.{status}");
        return status switch
        {
            >= 200 and < 300 => null,
            401 => new Failure(FailureKind.Denied, code, "The system does not accept the credentials: check the account or renew its secret."),
            403 => new Failure(FailureKind.Denied, code, "The account may not do this: give it the right in the system."),
            407 => new Failure(FailureKind.Denied, code, "The outgoing proxy does not accept the hub: check network.proxyAccount."),
            429 => new Failure(FailureKind.Throttled, code, "The system asked to wait.") { NotBefore = RetryAfter(headers, now) ?? now + UsualWait },
            503 when RetryAfter(headers, now) is { } at => new Failure(FailureKind.Throttled, code, "The system asked to wait.") { NotBefore = at },
            408 or 423 or 425 => new Failure(FailureKind.Passing, code, "The system was not ready; it is tried again."),
            >= 500 => new Failure(FailureKind.Passing, code, "The system failed; it is tried again."),
            >= 300 and < 400 => new Failure(FailureKind.Denied, code, "The system redirects elsewhere: give the final address, or add its host to network.hosts."),
            404 or 410 => new Failure(FailureKind.Refused, code, "The system knows nothing at this address."),
            _ => new Failure(FailureKind.Refused, code, "The system refuses this request."),
        };
    }

    /// <returns>Null when the exception is no failure of the system or of the way to it.</returns>
    public static Failure? Judge(Exception error) => error switch
    {
        HttpFailureException own => own.Failure,
        EgressRefusedException refused => new Failure(FailureKind.Denied, "egress.refused", refused.Message),
        HttpRequestException { InnerException: EgressRefusedException refused } => new Failure(FailureKind.Denied, "egress.refused", refused.Message),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new Failure(FailureKind.Denied, "http.tls",
            "No secure connection: the server's certificate is not trusted (network.authorities), or it wants a client certificate (network.clientCertificate)."),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new Failure(FailureKind.Passing, "http.proxy", "The outgoing proxy did not let the connection through."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new Failure(FailureKind.Passing, "http.name", "The host's name cannot be resolved: check the address and the DNS."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new Failure(FailureKind.Passing, "http.unreachable", "The system cannot be reached: it is down, or the network is closed."),
        HttpRequestException or IOException => new Failure(FailureKind.Passing, "http.cut", "The connection was cut before the answer was whole."),
        _ => null,
    };

    private static DateTimeOffset? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var header = headers.RetryAfter;
        var at = header?.Date ?? (header?.Delta is { } delta ? now + delta : null);
        return at > now + LongestWait ? now + LongestWait : at;
    }
}
