using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Tests.Benchmarks.Import;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>From a source record accepted to the webhook received: map, match, survive, commit, compose, sign, send, take; at a full registry.</summary>
internal static class ToldCommand
{
    private const int PageRecords = 1000;

    public static Command Command()
    {
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 1_000_000, Description = "records in the registry before" };
        var arrivals = new Option<int>("--arrivals") { DefaultValueFactory = _ => 2000, Description = "single records that arrive" };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "which town" };
        var command = new Command("told", "from a record accepted to its webhook received") { records, arrivals, seed };
        command.SetAction((result, token) => RunAsync(result.GetValue(records), result.GetValue(arrivals), result.GetValue(seed), token));
        return command;
    }

    private static async Task RunAsync(int records, int arrivals, ulong seed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-told-");
        try
        {
            var file = FlatTown.Write(folder, records, seed);
            await using var hub = await ImportedHub.OpenAsync(folder, cancellationToken);
            await hub.ImportAsync(file, PageRecords, _ => { }, cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"registry of {records} records, {(await hub.Stores.Reader.CountAsync(cancellationToken)).Goldens} golden records"));
            var waits = await ArriveAsync(hub, folder, arrivals, seed + 1, cancellationToken);
            Console.WriteLine($"record accepted to webhook received {waits} (bar p99 100)");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Latencies> ArriveAsync(ImportedHub hub, DirectoryInfo folder, int arrivals, ulong seed, CancellationToken cancellationToken)
    {
        var received = new ConcurrentDictionary<long, TaskCompletionSource<long>>();
        await using var receiver = await CountingReceiver.StartAsync((_, id) =>
        {
            if (FeedCursor.TryParse(id, out var cursor))
            {
                received.GetOrAdd(cursor.Sequence, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(Stopwatch.GetTimestamp());
            }

            return Task.CompletedTask;
        });
        var operations = hub.Stores.Operations;
        await using var audit = new AccessLog(operations, TimeProvider.System, NullLogger.Instance);
        var subscription = Hooks.To("told", receiver.Endpoint(), SyntheticLog.Contract) with { WithValues = true };
        var reader = new ContractReader(hub.Stores.Reader, new ContractView(subscription.Contract, new SurvivorshipEngine(SurvivorshipPolicy.French())), audit, "told");
        await using var channel = new WebhookChannel(subscription, TimeProvider.System);
        using var metrics = new HubMetrics();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var last = await hub.Stores.Reader.FindLastChangeAsync(cancellationToken);
        await new SubscriptionStates(operations, TimeProvider.System).ActivateAsync("told", last, "bench", cancellationToken);
        Task sending = new SubscriptionSender(subscription, new SenderParts(reader, channel, operations, hub.Signal, TimeProvider.System, metrics, NullLogger.Instance)).RunAsync(stop.Token);
        var waits = new List<double>(arrivals);
        var mapping = FlatTown.Mapping();
        await foreach (var record in RecordsAsync(folder, arrivals, seed))
        {
            var started = Stopwatch.GetTimestamp();
            var mapped = mapping.Map("arrivals", record, TimeProvider.System.GetUtcNow());
            var absorbed = await hub.Writer.DoAsync(
                (registry, token) => registry.AbsorbAsync(new RegistryPage { Connection = "arrivals", Records = [new Arrival(mapped, record.Body)] }, token), cancellationToken);
            foreach (var change in absorbed.Changes)
            {
                var at = await received.GetOrAdd(change.Sequence, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
                waits.Add(Stopwatch.GetElapsedTime(started, at).TotalMilliseconds);
            }
        }

        await stop.CancelAsync();
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return new Latencies(waits);
    }

    private static async IAsyncEnumerable<SourceRecord> RecordsAsync(DirectoryInfo folder, int count, ulong seed)
    {
        var number = 0;
        string[]? columns = null;
        await foreach (var line in File.ReadLinesAsync(FlatTown.Write(folder, count, seed)))
        {
            if (columns is null)
            {
                columns = line.Split(';');
                continue;
            }

            var body = JsonSerializer.SerializeToUtf8Bytes(columns.Zip(line.Split(';')).ToDictionary(pair => pair.First, pair => pair.Second));
            yield return new SourceRecord { Key = FormattableString.Invariant($"arrival-{number++}"), Version = new RecordVersion(1), Body = body };
        }
    }
}
