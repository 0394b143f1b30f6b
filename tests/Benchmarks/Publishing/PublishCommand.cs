using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>The change log on its way out: the feed's reader alone, then signed webhooks to a receiver on loopback, from SQLite.</summary>
internal static class PublishCommand
{
    private const int Page = 1000;

    public static Command Command()
    {
        var changes = new Option<int>("--changes") { DefaultValueFactory = _ => 100_000, Description = "changes in the log" };
        var deliveries = new Option<int>("--deliveries") { DefaultValueFactory = _ => 20_000, Description = "webhooks to deliver in each round" };
        var parallel = new Option<int>("--parallel") { DefaultValueFactory = _ => 16, Description = "citizens served at once" };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "the best of so many" };
        var command = new Command("publish", "feed reader and webhooks") { changes, deliveries, parallel, rounds };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(changes), result.GetValue(deliveries), result.GetValue(parallel), result.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int changes, int deliveries, int parallel, int rounds, CancellationToken cancellationToken)
    {
        await using var log = await SyntheticLog.OpenAsync(Page, cancellationToken);
        while (log.Last < changes)
        {
            await log.CommitAsync(cancellationToken);
        }

        await FeedAsync(log, rounds, cancellationToken);
        var best = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            best = Math.Max(best, await WebhooksAsync(log, round, Math.Min(deliveries, changes), parallel, cancellationToken));
        }

        Console.WriteLine(FormattableString.Invariant($"webhook deliveries/s {best:F0} with {parallel} at once (bar 2000, best of {rounds})"));
    }

    private static async Task FeedAsync(SyntheticLog log, int rounds, CancellationToken cancellationToken)
    {
        var feed = new ChangeFeed(log.Stores.Reader, log.Signal, TimeProvider.System);
        var best = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            var (started, cpu, count, cursor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0, (string?)null);
            while (await feed.ReadAsync(log.Reader, cursor, Page, TimeSpan.Zero, cancellationToken) is FeedRead.Page { Value: var page })
            {
                count += page.Changes.Count;
                cursor = page.Next;
                if (!page.More)
                {
                    break;
                }
            }

            var busy = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
            best = Math.Max(best, count / Math.Max(busy, Stopwatch.GetElapsedTime(started).TotalSeconds));
        }

        Console.WriteLine(FormattableString.Invariant($"feed reader changes/s {best:F0} (bar 50000, one core, best of {rounds})"));
    }

    private static async Task<double> WebhooksAsync(SyntheticLog log, int round, int deliveries, int parallel, CancellationToken cancellationToken)
    {
        await using var receiver = await CountingReceiver.StartAsync();
        var subscription = Hooks.To($"bench-{round}", receiver.Endpoint(), SyntheticLog.Contract, parallel, window: 4000);
        await using var channel = new WebhookChannel(subscription, TimeProvider.System);
        var sender = await log.SenderAsync(subscription, channel, log.Last - deliveries, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (started, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        Task running = sender.RunAsync(stop.Token);
        while (receiver.Count < deliveries && !running.IsCompleted)
        {
            await Task.Delay(10, cancellationToken);
        }

        var rate = receiver.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var each = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / receiver.Count;
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine(FormattableString.Invariant($"  round {round}: {rate:F0}/s, {each:F0} µs of processor each, the receiver's in it"));
        return rate;
    }
}
