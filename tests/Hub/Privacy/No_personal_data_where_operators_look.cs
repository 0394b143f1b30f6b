using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;
using IntegrationHub.Tests.Hub.Webhooks;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Hub.Privacy;

/// <summary>The pipeline's good and bad ways, then logs, metrics, run lines and error codes are searched for every value of the people in it.</summary>
public sealed class No_personal_data_where_operators_look : IDisposable
{
    private readonly CapturedLog _log = new();
    private readonly ConcurrentQueue<string> _metrics = [];
    private readonly MeterListener _listener = new();

    public No_personal_data_where_operators_look()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "IntegrationHub")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument.Name, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument.Name, value, tags));
        _listener.Start();
    }

    [Fact]
    public async Task Runs_failures_and_replays_say_nothing_of_anybody()
    {
        using var logs = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        FailingStore? store = null;
        await using var hub = await HubRig.StartAsync(logs: logs, wrap: inner => store = new FailingStore(inner));
        var ends = new List<RunRow> { (await hub.RunAsync("crm", Villagers.Records("crm", 60))).Row };
        ends.Add((await hub.RunAsync("bad", new ListSource(Villagers.Records("bad", 5)), map: (_, record, _) => throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(record.Body.Span)))).Row);
        ends.Add((await hub.RunAsync("odd", new ListSource([Villagers.Odd("o1", 3)]) { Rejected = [new RejectedRecord("f.csv:2", "csv.columns", "Kervadec;Tanguy"u8.ToArray())] })).Row);
        store!.Before = new InvalidOperationException("duplicate key (Kervadec, Tanguy)");
        ends.Add((await hub.RunAsync("crm", new ListSource([.. Villagers.Records("crm", 60), .. Villagers.Records("more", 10, first: 70)]))).Row);
        store.Before = null;
        var rows = await hub.Reader.ListQuarantineAsync(null, replayed: false, 0, 100, default);
        ends.Add((await hub.Replay.ReplayAsync("odd", Villagers.MapMended, [.. rows.Select(row => row.Id)], default)).Row);

        Assert.Contains(ends, row => row.State == RunState.Failed && row.FailureCode == "run.broken");
        Assert.Contains(_metrics, line => line.StartsWith("hub.records.in", StringComparison.Ordinal));
        Search([.. _log.Lines, .. _metrics, .. ends.Select(row => $"{row}"), .. rows.Select(row => $"{row.Code} {row.Position}")]);
    }

    [Fact]
    public async Task Deliveries_that_fail_and_park_say_nothing_of_anybody()
    {
        await using var rig = await SendingRig.StartAsync();
        rig.Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 422;
            return Task.CompletedTask;
        };
        using var metrics = new HubMetrics();
        var subscription = rig.Subscription(withValues: true);
        await using var channel = new WebhookChannel(subscription, TimeProvider.System);
        var sender = new SubscriptionSender(subscription, new SenderParts(Readers.Of(rig.Registry, rig.Operations), channel, rig.Operations, rig.Signal, TimeProvider.System, metrics, _log));
        await rig.States.ActivateAsync("portal", null, "test", default);
        using var stop = new CancellationTokenSource();
        rig.Change(1, 1, 2);
        var running = sender.RunAsync(stop.Token);
        await rig.UntilAsync(async () => (await rig.ParkedAsync()).Count == 3);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        var shown = string.Join('\n', [.. _log.Lines, .. _metrics, .. (await rig.ParkedAsync()).Select(row => $"{row}")]);
        Assert.Contains("http.422", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Name1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("b.example", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Secret.Reveal()[6..], shown, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _log.Dispose();
    }

    private static void Search(IReadOnlyList<string> shown)
    {
        Assert.NotEmpty(shown);
        var text = string.Join('\n', shown);
        Assert.All(Villagers.Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    private void Measured<T>(string name, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _metrics.Enqueue($"{name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
}
