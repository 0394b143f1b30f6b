using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>Many subscriptions at once: does one dead and one very slow receiver hold the others up?</summary>
internal static class CrowdCommand
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    public static Command Command()
    {
        var subscriptions = new Option<int>("--subscriptions") { DefaultValueFactory = _ => 50, Description = "the dead and the slow one among them" };
        var changes = new Option<int>("--changes") { DefaultValueFactory = _ => 600, Description = "changes in each round, told to every subscription" };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 10, Description = "changes a second" };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "rounds with all well and rounds with two ill, by turns" };
        var command = new Command("crowd", "what one dead and one slow receiver cost the others") { subscriptions, changes, rate, rounds };
        command.SetAction((result, token) => RunAsync(
            result.GetValue(subscriptions), result.GetValue(changes), result.GetValue(rate), result.GetValue(rounds), token));
        return command;
    }

    private static async Task RunAsync(int subscriptions, int changes, int rate, int rounds, CancellationToken cancellationToken)
    {
        await using var log = await SyntheticLog.OpenAsync(1, cancellationToken);
        await log.CommitAsync(cancellationToken);
        await RoundAsync(log, "warm-up", subscriptions, Math.Min(changes, 50), rate, ill: false, cancellationToken);
        var (well, held) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            well.AddRange(await RoundAsync(log, $"well-{round}", subscriptions, changes, rate, ill: false, cancellationToken));
            held.AddRange(await RoundAsync(log, $"ill-{round}", subscriptions, changes, rate, ill: true, cancellationToken));
        }

        var (before, after) = (new Latencies(well), new Latencies(held));
        Console.WriteLine($"all well             {before}");
        Console.WriteLine($"one dead, one slow   {after}");
        Console.WriteLine(FormattableString.Invariant($"p99 of the other {subscriptions - 2} grows by {(after.At(0.99) / before.At(0.99)) - 1:P1} (bar 20 %)"));
    }

    /// <returns>Milliseconds from a change's commit to its arrival, of all subscriptions but the first two.</returns>
    private static async Task<IEnumerable<double>> RoundAsync(
        SyntheticLog log, string round, int subscriptions, int changes, int rate, bool ill, CancellationToken cancellationToken)
    {
        var committed = new ConcurrentDictionary<long, long>();
        var waits = new ConcurrentBag<double>();
        await using var receiver = await CountingReceiver.StartAsync(async (name, id) =>
        {
            if (name == "1" && ill)
            {
                await Task.Delay(Slow, cancellationToken);
            }
            else if (int.Parse(name, System.Globalization.CultureInfo.InvariantCulture) > 1 && FeedCursor.TryParse(id, out var cursor) && committed.TryGetValue(cursor.Sequence, out var at))
            {
                waits.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channels = new List<WebhookChannel>();
        var running = new List<Task>();
        for (var i = 0; i < subscriptions; i++)
        {
            var endpoint = i == 0 && ill ? Nobody() : receiver.Endpoint($"{i}");
            var subscription = Hooks.To($"{round}-{i}", endpoint, SyntheticLog.Contract);
            channels.Add(new WebhookChannel(subscription, TimeProvider.System));
            running.Add((await log.SenderAsync(subscription, channels[^1], log.Last - 1, stop.Token)).RunAsync(stop.Token));
        }

        var others = subscriptions - 2;
        await UntilAsync(() => receiver.Count >= others, cancellationToken);
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1) / rate);
        for (var i = 0; i < changes && await beat.WaitForNextTickAsync(cancellationToken); i++)
        {
            // The senders may be quicker than the next line: the mark stands before the commit is told.
            committed[log.Last + 1] = Stopwatch.GetTimestamp();
            await log.CommitAsync(cancellationToken);
        }

        await UntilAsync(() => waits.Count >= others * changes, cancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var channel in channels)
        {
            await channel.DisposeAsync();
        }

        Console.WriteLine($"  {round}: {new Latencies(waits)}");
        return waits;
    }

    private static async Task UntilAsync(Func<bool> reached, CancellationToken cancellationToken)
    {
        while (!reached())
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    // A port that was free a moment ago: connections to it are refused.
    private static Uri Nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}/hook");
    }
}
