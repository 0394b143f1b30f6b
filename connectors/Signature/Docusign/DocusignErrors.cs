using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>DocuSign's <c>errorCode</c> decides, not the status: its hourly limit is answered 400.</summary>
internal static class DocusignErrors
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(30);

    public static Failure? Judge(HttpReply reply, Failure? usual, DateTimeOffset now)
    {
        if (usual is null || Code(reply) is not { } code)
        {
            return usual;
        }

        if (code.EndsWith("LIMIT_EXCEEDED", StringComparison.OrdinalIgnoreCase))
        {
            var wait = code.StartsWith("BURST", StringComparison.OrdinalIgnoreCase) ? Burst : Hour;
            return new Failure(FailureKind.Throttled, "docusign.limit", "DocuSign's limit of calls is reached: the hub waits; ask DocuSign for a higher one if this happens often.") { NotBefore = Reset(reply, now) ?? now + wait };
        }

        return code is "ACCOUNT_LACKS_PERMISSIONS" or "USER_LACKS_PERMISSIONS" or "USER_DOES_NOT_BELONG_TO_SPECIFIED_ACCOUNT"
            ? new Failure(FailureKind.Denied, "docusign.rights", "The account or its user may not do this: give the user the right to send in DocuSign, or look at the account's plan.")
            : usual;
    }

    private static string? Code(HttpReply reply)
    {
        using var json = reply.TryJson();
        return json?.RootElement is { ValueKind: System.Text.Json.JsonValueKind.Object } error && error.TryGetProperty("errorCode", out var code) ? code.ToString() : null;
    }

    // Seconds since 1970; one long past or far ahead is no time to wait for.
    private static DateTimeOffset? Reset(HttpReply reply, DateTimeOffset now) =>
        reply.Headers.TryGetValues("X-RateLimit-Reset", out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < int.MaxValue && DateTimeOffset.FromUnixTimeSeconds(seconds) is var at && at > now && at <= now + Hour + Burst ? at : null;
}
