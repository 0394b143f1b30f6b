using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Signature.Webhooks;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>Events of DocuSign Connect (JSON, SIM). Signed by one of the connection's keys, the event is believed; where there is no key it only says which envelope to read again.</summary>
internal sealed class DocusignReceiver(DocusignSettings settings, IDocusignApi api) : IReceiver
{
    private const string Header = "X-DocuSign-Signature-";

    public async ValueTask<Received> ReceiveAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var signed = settings.WebhookKeys.Count > 0;
        if (signed && CallProof.Judge(call, CallProof.Headers(call, Header, numbered: true), settings.WebhookKeys, Convert.ToBase64String) is { } denied)
        {
            return new Received.Refused(denied);
        }

        Received? received = null;
        var failure = await Failures.CatchAsync(async () => received = await ReadAsync(call.Body, signed, cancellationToken), cancellationToken);
        return failure is null ? received! : new Received.Refused(failure);
    }

    private async Task<Received> ReadAsync(ReadOnlyMemory<byte> body, bool signed, CancellationToken cancellationToken)
    {
        using var json = Parse(body);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } told || Text(told, "event") is not { } name || !told.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object
            || !DateTimeOffset.TryParse(Text(told, "generatedDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            // Nobody vouches for unsigned bytes: they are not kept.
            return signed
                ? new Received.Accepted([], [new RejectedRecord("docusign webhook", "webhook.unreadable", body)])
                : new Received.Refused(new Failure(FailureKind.Refused, "webhook.unreadable", "The call is no event of DocuSign Connect in JSON: choose the data format REST v2.1 in Connect."));
        }

        return Text(data, "envelopeId") is { } text && Guid.TryParse(text, out var id) && string.Equals(Text(data, "accountId"), settings.Account, StringComparison.OrdinalIgnoreCase)
            ? new Received.Accepted([await RecordAsync(id.ToString(), name, at, data, signed, cancellationToken)], [])
            : new Received.Accepted([], []); // a template, another account: nothing of this connection
    }

    private async Task<SourceRecord> RecordAsync(string key, string name, DateTimeOffset at, JsonElement data, bool signed, CancellationToken cancellationToken)
    {
        if (signed && name == "envelope-deleted")
        {
            return new SourceRecord { Key = key, Version = new RecordVersion(at.UtcTicks), ChangedAt = at, Deleted = true };
        }

        if (signed && data.TryGetProperty("envelopeSummary", out var summary) && summary.ValueKind == JsonValueKind.Object
            && summary.TryGetProperty("recipients", out var told) && told.ValueKind == JsonValueKind.Object && Envelope.Status(summary) is not null)
        {
            return Envelope.Record(key, summary, told, Envelope.ChangedAt(summary) ?? at);
        }

        using var envelope = await api.EnvelopeAsync(key, cancellationToken);
        using var recipients = await api.RecipientsAsync(key, cancellationToken);
        return Envelope.ChangedAt(envelope.RootElement) is { } changed && recipients.RootElement.TryGetProperty("recipientCount", out _)
            ? Envelope.Record(key, envelope.RootElement, recipients.RootElement, changed)
            : throw new HttpFailureException(HttpReply.Malformed("envelope that was asked for"));
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Utf8.IsValid(body.Span) ? JsonDocument.Parse(body) : null;
        }
        catch (JsonException)
        {
            return null; // told apart by the caller: kept as a reject when it was signed
        }
    }
}
