using System.Buffers;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Hub.Alerting;

/// <summary>What a subscription's owner is told: counts and times of the subscription, nothing of any person. A CloudEvents 1.0 structured body, signed as deliveries are.</summary>
public static class AlertEvent
{
    public const string Late = "fr.integrationhub.subscription.late.v1";

    public const string InStep = "fr.integrationhub.subscription.in-step.v1";

    public static ReadOnlyMemory<byte> Write(Subscription subscription, Freshness fresh, string id, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = RegistryJson.NewWriter(buffer);
        json.WriteStartObject();
        CloudEvent.WriteHead(json, subscription.Source, id, fresh.Late ? Late : InStep, at);
        json.WriteString("subject", subscription.Name);
        json.WriteStartObject("data");
        json.WriteString("subscription", subscription.Name);
        json.WriteString("mode", fresh.State.Mode.ToString().ToLowerInvariant());
        json.WriteString("code", fresh.State.Code);
        json.WriteNumber("changes", fresh.Changes);
        json.WriteNumber("behindSeconds", (long)fresh.Behind.TotalSeconds);
        json.WriteNumber("limitSeconds", (long)subscription.LateAfter.TotalSeconds);
        json.WriteNumber("parked", fresh.Parked);
        if (fresh.OldestParked is { } oldest)
        {
            json.WriteString("oldestParked", oldest.UtcDateTime);
        }

        if (fresh.ProgressAt is { } progress)
        {
            json.WriteString("progressAt", progress.UtcDateTime);
        }

        json.WriteString("owner", subscription.Owner ?? "");
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
