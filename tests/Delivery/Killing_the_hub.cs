using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Tests.Delivery;

/// <summary>Promise 2 at the other end: whenever the hub is killed while it writes and tells, the subscriber's copy is right in the end.</summary>
public sealed class Killing_the_hub
{
    [Fact]
    public async Task A_subscribers_copy_equals_the_registry_although_the_hub_was_killed_while_it_delivered()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("hub-killed-");
        await using var receiver = await FaultyReceiver.StartAsync(seed);
        var hub = new KilledHub(folder.FullName, receiver.Endpoint, receiver.Secret);
        for (var kill = 0; kill < Kills.Count; kill++)
        {
            await hub.KillAsync(seed + kill, random.Next(5, 30), random.Next(15));
        }

        await hub.FinishAsync(seed - 1);
        Assert.True(receiver.OutOfOrder.IsEmpty, $"out of order with seed {seed}: {string.Join(", ", receiver.OutOfOrder.Take(5))}");
        Assert.Equal(0, receiver.Forged);
        await Same.AssertAsync(receiver.Copy, new StorageSettings { Directory = folder.FullName });
        folder.Delete(recursive: true);
    }
}
