using System.Diagnostics;
using System.Text;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Hub.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Subscriber;

namespace IntegrationHub.Tests.Hub.Publishing;

/// <summary>Random histories over a bad line, with senders that are killed and set back: the sample subscribers' copies equal the registry. 100 000 changes with HUB_LONG_TESTS=1.</summary>
public sealed class A_copy_equals_the_registry : IDisposable
{
    private static readonly int Changes = Environment.GetEnvironmentVariable("HUB_LONG_TESTS") == "1" ? 100_000 : 4000;
    private readonly SmallRegistry _registry = new();
    private readonly MemoryOperations _operations = new();
    private readonly ChangeSignal _signal = new();
    private readonly HubMetrics _metrics = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_merges_splits_erasures_replays_and_lost_acknowledgements(int seed)
    {
        var (copy, shuffler, random) = (new Copy(), new Shuffler(_registry, seed), new Random(seed));
        await using var channel = new CopyChannel(copy, seed, lost: 0.03);
        var states = new SubscriptionStates(_operations, TimeProvider.System);
        await states.ActivateAsync("copy", null, "test", default);
        long last = 0;
        for (var round = 0; round < 8; round++)
        {
            using var stop = new CancellationTokenSource();
            Task running = Sender(channel).RunAsync(stop.Token);
            for (var i = 0; i < Changes / 8; i++)
            {
                last = shuffler.Step();
                _signal.Publish(last);
                if (i % 50 == 0)
                {
                    await Task.Yield();
                }
            }

            // Killed wherever it stands; sometimes set back too.
            await Task.Delay(random.Next(30));
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (random.Next(2) == 0)
            {
                await states.RewindAsync("copy", random.NextInt64(last), "test", default);
            }
        }

        using var end = new CancellationTokenSource();
        var ending = Sender(channel).RunAsync(end.Token);
        await UntilAsync(ending, last);
        await end.CancelAsync();

        var expected = shuffler.Everybody.Select(id => _registry.Last(id)!).Where(golden => golden.State == GoldenState.Active)
            .Select(golden => $"{golden.Id} {golden.Version} {golden.Citizen.BirthName}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), copy.Held().Select(pair => $"{pair.Key} {pair.Value.Version} {pair.Value.Citizen.Split('"')[3]}").Order(StringComparer.Ordinal));
        Assert.Equal(copy.Held().Select(pair => $"{pair.Key} {pair.Value.Version}").Order(StringComparer.Ordinal), await NodeAsync(channel.Bodies));
    }

    public void Dispose() => _metrics.Dispose();

    private SubscriptionSender Sender(CopyChannel channel)
    {
        var subscription = new Subscription { Name = "copy", Contract = Readers.Contract(), WithValues = true, Parallel = 8, Window = 300 };
        return new SubscriptionSender(subscription, new SenderParts(Readers.Of(_registry, _operations), channel, _operations, _signal, TimeProvider.System, _metrics, NullLogger.Instance));
    }

    private async Task UntilAsync(Task running, long last)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(Changes > 10_000 ? 30 : 4));
        while ((await _operations.FindCursorAsync("copy", default))?.Sequence != last || (await new SubscriptionStates(_operations, TimeProvider.System).FindAsync("copy", default)).From is not null)
        {
            if (running.IsFaulted)
            {
                await running;
            }

            await Task.Delay(10, patience.Token);
        }
    }

    // The other sample takes the same bodies in the same order.
    private static async Task<IEnumerable<string>> NodeAsync(IReadOnlyList<byte[]> bodies)
    {
        var sample = Path.Combine(Root(), "samples", "subscriber-node", "copy.mjs");
        var script = $$"""
            import { Copy } from '{{new Uri(sample)}}';
            import { createInterface } from 'node:readline';
            const copy = new Copy();
            for await (const line of createInterface({ input: process.stdin })) copy.apply(JSON.parse(line));
            for (const one of copy.held()) console.log(one.id, one.version);
            """;
        var start = new ProcessStartInfo("node", ["--input-type=module", "-e", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        foreach (var body in bodies)
        {
            await node.StandardInput.WriteLineAsync(Encoding.UTF8.GetString(body));
        }

        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IntegrationHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests must run inside the checkout");
        }

        return folder;
    }
}
