using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Portals;

/// <summary>Turns a portal's events into records. The same event again is the same record with the same version.</summary>
internal sealed class WebhookReceiver(WebhookSettings settings, ConnectionContext context) : IReceiver
{
    private readonly SenderProof proof = new(settings, context.Time);

    public ValueTask<Received> ReceiveAsync(IncomingCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Received>(proof.Judge(call) is { } denied ? new Received.Refused(denied) : Read(call));

    private Received.Accepted Read(IncomingCall call)
    {
        try
        {
            using var json = JsonDocument.Parse(call.Body);
            var (records, rejected) = (new List<SourceRecord>(), new List<RejectedRecord>());
            foreach (var happened in PortalEvent.Read(call, json.RootElement).Where(happened => settings.Types.Count == 0 || Named(happened, settings.Types) || Named(happened, settings.DeletedTypes)))
            {
                if (Record(happened, call) is { } record)
                {
                    records.Add(record);
                }
                else
                {
                    rejected.Add(new RejectedRecord(Position(call), "webhook.no-key", call.Body));
                }
            }

            return new Received.Accepted(records, rejected);
        }
        catch (JsonException)
        {
            // The sender is known and would send the same again: it is kept and acknowledged.
            return new Received.Accepted([], [new RejectedRecord(Position(call), "webhook.unreadable", call.Body)]);
        }
    }

    private SourceRecord? Record(PortalEvent happened, IncomingCall call)
    {
        if (settings.Record.Find(happened.Data) is not { ValueKind: JsonValueKind.Object } item)
        {
            return null;
        }

        var parts = settings.Key.Select(path => path.Text(item)).ToList();
        if (parts.Contains(null) || string.Join(':', parts) is not { Length: > 0 and <= 400 } key)
        {
            return null;
        }

        var deleted = Named(happened, settings.DeletedTypes);
        var at = happened.At ?? call.ReceivedAt;
        return new SourceRecord
        {
            Key = key,
            Version = new RecordVersion(at.UtcTicks),
            ChangedAt = at,
            Deleted = deleted,
            Body = deleted ? default : Encoding.UTF8.GetBytes(item.GetRawText()),
        };
    }

    private static bool Named(PortalEvent happened, IReadOnlyList<string> types) => types.Contains(happened.Type);

    private static string Position(IncomingCall call) => "webhook " + (call.Headers.GetValueOrDefault("webhook-id") is { Length: > 0 and < 100 } id ? id : "without id");
}
