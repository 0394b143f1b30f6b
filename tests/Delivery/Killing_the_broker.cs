using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Hub.Bus;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Storage;
using IntegrationHub.Tests.Hub.Bus;
using MassTransit;
using Subscriber;

namespace IntegrationHub.Tests.Delivery;

/// <summary>RabbitMQ is killed under a hub and a consumer that go on: the change log is the outbox.</summary>
public sealed class Killing_the_broker
{
    [Fact]
    public async Task A_consumers_copy_equals_the_registry_although_the_broker_was_killed_while_the_hub_published()
    {
        Assert.True(RabbitServer.IsInstalled, "install rabbitmq-server: tests/run.sh does it");
        var seed = Environment.TickCount;
        var (copy, taken) = (new Copy(), 0);
        var folder = Directory.CreateTempSubdirectory("hub-broker-");
        var storage = new StorageSettings { Directory = folder.FullName };
        await using var broker = new RabbitServer();
        await broker.StartAsync();
        var bus = HubBus.Open(broker.Address, endpoint => endpoint.Handler<CitizenChanged>(context =>
        {
            copy.Apply(Event(context.Message));
            Interlocked.Increment(ref taken);
            return Task.CompletedTask;
        }));
        await bus.StartAsync();
        try
        {
            await using var hub = await DeliveringHub.OpenAsync(storage, TimeProvider.System, DeliveringHub.Subscription(ChannelKind.Bus), subscription => new BusChannel(subscription, bus));
            var life = new RandomLife(hub.Writer, hub.Stores.Reader, seed);
            for (var kill = 0; kill <= Kills.Count; kill++)
            {
                var goal = taken + 10;
                for (var step = 0; step < 25; step++)
                {
                    await life.StepAsync(default);
                }

                await Kills.UntilAsync(() => Task.FromResult(Volatile.Read(ref taken) >= goal));
                if (kill < Kills.Count)
                {
                    await broker.KillAsync();
                    await broker.StartAsync();
                }
            }

            await hub.UntilToldAsync();
            var told = await hub.Stores.Reader.FindLastChangeAsync(default);
            Assert.True(told > 0);
            await Kills.UntilAsync(async () => copy.Held().Count > 0 && await MatchesAsync(copy, storage));
            await Same.AssertAsync(copy, storage);
        }
        finally
        {
            await bus.StopAsync(TimeSpan.FromSeconds(20));
        }

        folder.Delete(recursive: true);
    }

    // The last messages may still be on their way to the consumer.
    private static async Task<bool> MatchesAsync(Copy copy, StorageSettings storage)
    {
        await using var stores = await RegistryStores.OpenAsync(storage);
        var people = 0;
        await foreach (var row in stores.Reader.ReadAllGoldensAsync(default))
        {
            if (row.Golden.State == Mdm.Model.GoldenState.Active)
            {
                people++;
                if (!copy.Held().TryGetValue(row.Golden.Id.ToString(), out var held) || held.Version != row.Golden.Version)
                {
                    return false;
                }
            }
        }

        return people == copy.Held().Count;
    }

    // Written by hand: the citizen must stay as the hub wrote it, to the letter.
    private static JsonElement Event(CitizenChanged message)
    {
        var people = message.People.Select(person =>
            $"{{\"id\":\"{person.Id}\",\"version\":{person.Version},\"state\":\"{person.State}\"{(person.Citizen is null ? "" : ",\"citizen\":" + person.Citizen)}}}");
        return JsonSerializer.Deserialize<JsonElement>($"{{\"data\":{{\"people\":[{string.Join(',', people)}]}}}}");
    }
}
