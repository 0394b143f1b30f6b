using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Portals;

/// <summary>One event of a call, whatever envelope it came in.</summary>
/// <param name="Type">Empty when the sender names none.</param>
/// <param name="At">When it happened; null when the sender does not say.</param>
/// <param name="Data">What it is about.</param>
internal sealed record PortalEvent(string Type, DateTimeOffset? At, JsonElement Data)
{
    /// <summary>CloudEvents 1.0 in any of its HTTP modes (by its content type or <c>ce-</c> headers), else Standard Webhooks' <c>type, timestamp, data</c>.</summary>
    /// <exception cref="JsonException">The body is not what its content type says.</exception>
    public static IReadOnlyList<PortalEvent> Read(IncomingCall call, JsonElement body)
    {
        var media = call.Headers.GetValueOrDefault("content-type") ?? "";
        if (call.Headers.ContainsKey("ce-type"))
        {
            return [new PortalEvent(call.Headers["ce-type"], Instant(call.Headers.GetValueOrDefault("ce-time")), body)];
        }

        if (media.StartsWith("application/cloudevents-batch", StringComparison.OrdinalIgnoreCase))
        {
            return body.ValueKind == JsonValueKind.Array ? [.. body.EnumerateArray().Select(item => Envelope(item, "time"))] : throw new JsonException("a batch is a list");
        }

        return [Envelope(body, media.StartsWith("application/cloudevents", StringComparison.OrdinalIgnoreCase) ? "time" : "timestamp")];
    }

    private static PortalEvent Envelope(JsonElement body, string time) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("data", out var data)
            ? new PortalEvent(Text(body, "type"), Instant(Text(body, time)), data)
            : throw new JsonException("an event has data");

    private static string Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;
}
