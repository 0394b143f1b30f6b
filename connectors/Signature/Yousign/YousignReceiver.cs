using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Signature.Webhooks;

namespace IntegrationHub.Connectors.Signature.Yousign;

/// <summary>Yousign's events: the request as the signed event tells it, its signers read again from the API. An event is ordered by its own time, so a repeated one changes nothing.</summary>
internal sealed class YousignReceiver(YousignSettings settings, IYousignApi api) : IReceiver
{
    private const string Header = "X-Yousign-Signature-256";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async ValueTask<Received> ReceiveAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        if (CallProof.Judge(call, CallProof.Headers(call, Header), settings.WebhookKeys, static hash => "sha256=" + Convert.ToHexStringLower(hash)) is { } denied)
        {
            return new Received.Refused(denied);
        }

        if (Read(call.Body) is not var (name, at, request))
        {
            return new Received.Accepted([], [new RejectedRecord("yousign webhook", "webhook.unreadable", call.Body)]);
        }

        if (request?["id"]?.GetValueKind() != JsonValueKind.String)
        {
            return new Received.Accepted([], []); // a contact, a user: nothing that is signed
        }

        Received? received = null;
        var failure = await Failures.CatchAsync(async () => received = new Received.Accepted([await RecordAsync(name, at, request, cancellationToken)], []), cancellationToken);
        return failure is null ? received! : new Received.Refused(failure);
    }

    private async Task<SourceRecord> RecordAsync(string name, DateTimeOffset at, JsonObject request, CancellationToken cancellationToken)
    {
        var (key, deleted) = (request["id"]!.ToString(), name is "signature_request.deleted" or "signature_request.permanently_deleted");
        if (!deleted)
        {
            request["signers"] = await api.SignersAsync(key, cancellationToken);
        }

        return new SourceRecord { Key = key, Version = new RecordVersion(at.UtcTicks, name), ChangedAt = at, Deleted = deleted, Body = deleted ? default : JsonSerializer.SerializeToUtf8Bytes(request, Plain) };
    }

    private static (string Name, DateTimeOffset At, JsonObject? Request)? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var call = JsonNode.Parse(body.Span)!.AsObject();
            var seconds = long.Parse(call["event_time"]!.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
            return (call["event_name"]!.ToString(), DateTimeOffset.FromUnixTimeSeconds(seconds), call["data"]!["signature_request"]?.DeepClone().AsObject());
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException or NullReferenceException)
        {
            return null; // kept as a reject, with its bytes
        }
    }
}
