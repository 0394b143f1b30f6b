namespace IntegrationHub.Tests.Delivery;

/// <summary>Promise 2 with the program that ships: <c>serve</c> is killed while it imports and tells, and started again as it was.</summary>
public sealed class Killing_the_served_hub
{
    [Fact]
    public async Task A_subscribers_copy_equals_the_registry_although_serve_was_killed_while_it_imported_and_delivered()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        await using var receiver = await FaultyReceiver.StartAsync(seed);
        using var hub = await ServedHub.NewAsync(receiver.Endpoint, receiver.Secret);
        await hub.ExportAsync(random, ServedHub.People);
        for (var kill = 0; kill < Kills.Count; kill++)
        {
            await hub.RunAsync(async process =>
            {
                var goal = receiver.Taken + random.Next(1, 15);
                await Kills.UntilAsync(() => Task.FromResult(process.HasExited || receiver.Taken >= goal));
                await hub.ExportAsync(random, ServedHub.People / 3);
                await Task.Delay(random.Next(1200));
            });
            await hub.ExportAsync(random, ServedHub.People / 3);
        }

        await hub.RunAsync(async process => await Kills.UntilAsync(async () => process.HasExited || await hub.IsToldAsync()));
        Assert.True(receiver.OutOfOrder.IsEmpty, $"out of order with seed {seed}: {string.Join(", ", receiver.OutOfOrder.Take(5))}");
        Assert.Equal(0, receiver.Forged);
        Assert.True(receiver.Copy.Held().Count is > ServedHub.People / 3 and < ServedHub.People, "some are one person, most are not");
        await Same.AssertAsync(receiver.Copy, hub.Storage);
    }
}
