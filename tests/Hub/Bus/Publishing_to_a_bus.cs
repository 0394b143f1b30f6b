using System.Collections.Concurrent;
using IntegrationHub.Contracts;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Bus;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Tests.Hub.Fakes;
using IntegrationHub.Tests.Hub.Publishing;
using MassTransit;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Bus;

public sealed class Publishing_to_a_bus : IDisposable
{
    private readonly SmallRegistry _registry = new();
    private readonly MemoryOperations _operations = new();
    private readonly ChangeSignal _signal = new();
    private readonly HubMetrics _metrics = new();
    private readonly ConcurrentQueue<CitizenChanged> _received = [];

    [Fact]
    public async Task Messages_in_memory_say_what_the_contract_permits()
    {
        await using var running = await RunAsync(null, 40);
        await UntilAsync(40);

        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), _received.Select(message => message.Sequence).Order());
        Assert.All(_received, message => Assert.Equal(("bus", false), (message.Subscription, message.People.Any(person => person.Citizen is not null))));
    }

    [Fact]
    public async Task A_broker_that_is_killed_in_between_loses_nothing()
    {
        Assert.True(RabbitServer.IsInstalled, "install rabbitmq-server: tests/run.sh does it");
        await using var broker = new RabbitServer();
        await broker.StartAsync();
        await using var running = await RunAsync(broker.Address, 200);
        await UntilAsync(50);
        await broker.KillAsync();
        await broker.StartAsync();
        await UntilAsync(200);

        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), _received.Select(message => message.Sequence).Distinct().Order());
    }

    public void Dispose() => _metrics.Dispose();

    private async Task<Running> RunAsync(string? address, int changes)
    {
        var bus = HubBus.Open(address, endpoint => endpoint.Handler<CitizenChanged>(context =>
        {
            _received.Enqueue(context.Message);
            return Task.CompletedTask;
        }));
        await bus.StartAsync();
        var shuffler = new Shuffler(_registry, 3);
        for (var i = 0; i < changes; i++)
        {
            _signal.Publish(shuffler.Step());
        }

        var subscription = new Subscription { Name = "bus", Contract = Readers.Contract(), Channel = ChannelKind.Bus, Parallel = 4 };
        await new SubscriptionStates(_operations, TimeProvider.System).ActivateAsync("bus", null, "test", default);
        var channel = new BusChannel(subscription, bus);
        var sender = new SubscriptionSender(subscription, new SenderParts(Readers.Of(_registry, _operations), channel, _operations, _signal, TimeProvider.System, _metrics, NullLogger.Instance));
        var stop = new CancellationTokenSource();
        return new Running(bus, sender.RunAsync(stop.Token), stop);
    }

    private async Task UntilAsync(int sequences)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(240));
        while (_received.Select(message => message.Sequence).Distinct().Count() < sequences)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private sealed class Running(IBusControl bus, Task sending, CancellationTokenSource stop) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await bus.StopAsync(TimeSpan.FromSeconds(10));
            stop.Dispose();
        }
    }
}
