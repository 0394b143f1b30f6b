using System.Globalization;
using System.Net;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Egress;
using Polly.Timeout;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>The one place that turns a receiver's answer into a failure value, after CloudEvents' HTTP web hooks and Standard Webhooks.</summary>
internal static class WebhookAnswer
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <returns>Null for a 2xx answer.</returns>
    public static Failure? Judge(HttpResponseMessage answer, DateTimeOffset now)
    {
        var status = (int)answer.StatusCode;
        var code = string.Create(CultureInfo.InvariantCulture, $"http.{status}");
        return status switch
        {
            >= 200 and < 300 => null,
            410 => new Failure(FailureKind.Denied, code, "the receiver said it is gone (410): the subscription is disabled; enable it again once the receiver is back"),
            429 or 503 when RetryAfter(answer, now) is { } at =>
                new Failure(FailureKind.Throttled, code, "the receiver asked to wait") { NotBefore = at },
            429 => new Failure(FailureKind.Throttled, code, "the receiver asked to wait") { NotBefore = now + TimeSpan.FromMinutes(1) },
            >= 300 and < 400 => new Failure(FailureKind.Passing, code, "the receiver redirects, and redirects are never followed: give the final address in the subscription"),
            401 or 403 or 404 or 405 or 407 or 408 or 425 => new Failure(FailureKind.Passing, code, "the receiver's address or its own access rules refuse deliveries: check the endpoint"),
            >= 500 => new Failure(FailureKind.Passing, code, "the receiver failed"),
            _ => new Failure(FailureKind.Refused, code, "the receiver will not take this event: look at it, correct the receiver, then replay"),
        };
    }

    /// <returns>Null when the exception is no failure of the receiver or the way to it.</returns>
    public static Failure? Judge(Exception error) => error switch
    {
        TimeoutRejectedException => new Failure(FailureKind.Passing, "http.timeout", "no answer in time; the receiver may have taken it, and will see the same id again"),
        HttpRequestException { InnerException: EgressRefusedException refused } => new Failure(FailureKind.Passing, "egress.refused", refused.Message),
        EgressRefusedException refused => new Failure(FailureKind.Passing, "egress.refused", refused.Message),
        HttpRequestException http => new Failure(FailureKind.Passing, "http." + http.HttpRequestError.ToString().ToLowerInvariant(), "the receiver could not be reached or cut the connection"),
        IOException => new Failure(FailureKind.Passing, "http.cut", "the connection was cut; the receiver may have taken it, and will see the same id again"),
        _ => null,
    };

    private static DateTimeOffset? RetryAfter(HttpResponseMessage answer, DateTimeOffset now)
    {
        var header = answer.Headers.RetryAfter;
        var at = header?.Date ?? (header?.Delta is { } delta ? now + delta : null);
        return at > now + LongestWait ? now + LongestWait : at;
    }
}
