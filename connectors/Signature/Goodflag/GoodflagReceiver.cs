using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Goodflag;

/// <summary>Goodflag signs no webhook: a call is a hint. The event it names is read again from the API, then the workflow that the API names; nothing of the call itself is kept.</summary>
internal sealed partial class GoodflagReceiver(GoodflagSettings settings, IGoodflagApi api) : IReceiver
{
    public async ValueTask<Received> ReceiveAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        if (settings.WebhookSecret is { } secret && Judge(call, secret) is { } denied)
        {
            return new Received.Refused(denied);
        }

        if (Event(call.Body) is not { } id)
        {
            return new Received.Refused(new Failure(FailureKind.Refused, "webhook.unreadable", "The call names no event of Goodflag: have Goodflag call this address itself."));
        }

        string? key = null;
        if (await Failures.CatchAsync(async () => key = await WorkflowOfAsync(id, cancellationToken), cancellationToken) is { } failure)
        {
            return new Received.Refused(failure.Code == "http.404" ? Unknown : failure);
        }

        if (key is null)
        {
            return new Received.Accepted([], []); // an event about something else
        }

        Received? received = null;
        var unread = await Failures.CatchAsync(async () => received = await ReadAsync(key, cancellationToken), cancellationToken);

        // A workflow that is gone since: the event was true, and there is nothing more to read of it.
        return unread is null ? received! : unread.Code == "http.404" ? new Received.Accepted([], []) : new Received.Refused(unread);
    }

    private static Failure Unknown => new(FailureKind.Denied, "webhook.unknown", "Goodflag knows no such event: it is not Goodflag that called.");

    private async Task<string?> WorkflowOfAsync(string id, CancellationToken cancellationToken)
    {
        using var told = await api.EventAsync(id, cancellationToken);
        return Workflow.Id(told.RootElement) == id
            ? Workflow.Text(told.RootElement, "workflowId") is { Length: > 0 } key ? key : null
            : throw new HttpFailureException(HttpReply.Malformed("event that was asked for"));
    }

    private async Task<Received> ReadAsync(string key, CancellationToken cancellationToken)
    {
        using var workflow = await api.WorkflowAsync(key, cancellationToken);
        return Workflow.Id(workflow.RootElement) == key && Workflow.ChangedAt(workflow.RootElement) is { } at
            ? new Received.Accepted([Workflow.Record(key, workflow.RootElement, at)], [])
            : throw new HttpFailureException(HttpReply.Malformed("workflow that was asked for"));
    }

    private static Failure? Judge(IncomingCall call, Secret secret)
    {
        if (!secret.TryReveal(out var expected))
        {
            return secret.Missing;
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(call.Query.GetValueOrDefault("key") ?? ""), Encoding.UTF8.GetBytes(expected))
            ? null : new Failure(FailureKind.Denied, "webhook.key", "The call's address bears not the connection's secret: write it as ?key=… in the address Goodflag calls.");
    }

    private static string? Event(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(Utf8.IsValid(body.Span) ? body : default);
            return json.RootElement.ValueKind == JsonValueKind.Object && Workflow.Id(json.RootElement) is { } id && EventId().IsMatch(id) ? id : null;
        }
        catch (JsonException)
        {
            return null; // the caller refuses it
        }
    }

    [GeneratedRegex("^wev_[A-Za-z0-9_-]{1,64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EventId();
}
