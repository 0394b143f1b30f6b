using System.CommandLine;
using System.Diagnostics;
using IntegrationHub.Contracts;
using IntegrationHub.Hub.Bus;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Tests.Hub.Bus;
using MassTransit;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>Log to RabbitMQ the whole way, held against a bare publisher of messages of the same size; both wait for confirms, with as many outstanding.</summary>
internal static class BusCommand
{
    private const int Page = 1000;

    public static Command Command()
    {
        var messages = new Option<int>("--messages") { DefaultValueFactory = _ => 50_000, Description = "messages in each round" };
        var outstanding = new Option<int>("--outstanding") { DefaultValueFactory = _ => 1000, Description = "confirms outstanding at once" };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "the best of so many, each way" };
        var command = new Command("bus", "RabbitMQ path against a bare publisher, both confirmed; starts a broker of its own") { messages, outstanding, rounds };
        command.SetAction((result, token) => RunAsync(result.GetValue(messages), result.GetValue(outstanding), result.GetValue(rounds), token));
        return command;
    }

    private static async Task RunAsync(int messages, int outstanding, int rounds, CancellationToken cancellationToken)
    {
        await using var broker = new RabbitServer();
        await broker.StartAsync();
        await using var log = await SyntheticLog.OpenAsync(Page, cancellationToken);
        while (log.Last < messages)
        {
            await log.CommitAsync(cancellationToken);
        }

        await using var bare = await BarePublisher.ConnectAsync(broker.Address, typeof(CitizenChanged), outstanding, cancellationToken);
        var bus = HubBus.Open(broker.Address);
        await bus.StartAsync(cancellationToken);
        try
        {
            await HubAsync(log, bus, "warm-up", Math.Min(messages, 2000), outstanding, cancellationToken);
            var body = await bare.TakeOneAsync(cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"message {body.Length} bytes, {outstanding} confirms outstanding"));
            var (best, yardstick) = (0.0, 0.0);
            for (var round = 0; round < rounds; round++)
            {
                var plain = await bare.RateAsync(body, messages, cancellationToken);
                var ours = await HubAsync(log, bus, $"bench-{round}", messages, outstanding, cancellationToken);
                await bare.PurgeAsync(cancellationToken);
                Console.WriteLine(FormattableString.Invariant($"  round {round}: bare {plain:F0}/s, hub {ours:F0}/s"));
                (best, yardstick) = (Math.Max(best, ours), Math.Max(yardstick, plain));
            }

            Console.WriteLine(FormattableString.Invariant($"bus messages/s {best:F0}, bare publisher {yardstick:F0}, share {best / yardstick:P0} (bar 40 %, best of {rounds})"));
        }
        finally
        {
            await bus.StopAsync(TimeSpan.FromSeconds(10));
        }
    }

    private static async Task<double> HubAsync(SyntheticLog log, IBus bus, string name, int messages, int outstanding, CancellationToken cancellationToken)
    {
        var subscription = new Subscription
        {
            Name = name, Contract = SyntheticLog.Contract with { Name = name }, Channel = ChannelKind.Bus, Parallel = outstanding, Window = 4 * outstanding,
        };
        await using var channel = new CountingChannel(new BusChannel(subscription, bus));
        var sender = await log.SenderAsync(subscription, channel, log.Last - messages, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        Task running = sender.RunAsync(stop.Token);
        while (channel.Taken < messages && !running.IsCompleted)
        {
            await Task.Delay(5, cancellationToken);
        }

        var rate = channel.Taken / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return rate;
    }
}
