using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;
using IntegrationHub.Tests.Hub.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Publishing;

public sealed class Two_nodes_and_one_subscription
{
    [Fact]
    public async Task A_held_subscription_sends_nothing()
    {
        await using var rig = await SendingRig.StartAsync();
        rig.Change(1, 2);
        rig.Start(release: false);
        await rig.Running.WaitAsync(TimeSpan.FromSeconds(90));

        Assert.Empty(rig.Receiver.Calls);
        Assert.Equal(SubscriptionMode.Held, (await rig.States.FindAsync("portal", default)).Mode);
    }

    [Fact]
    public async Task A_second_node_waits_for_the_first_and_then_goes_on_without_a_repeat()
    {
        await using var rig = await SendingRig.StartAsync();
        rig.Change(1, 2);
        rig.Start();
        await rig.UntilAsync(async () => (await rig.Operations.FindCursorAsync("portal", default))?.Sequence == 2);
        await rig.Operations.SaveCursorAsync(new DeliveryCursor("portal", 2, default), default);
        await rig.StopAsync();
        rig.Change(3);
        rig.Start();
        await rig.Receiver.UntilAsync(calls => calls.Count == 3);

        Assert.Equal([1L, 2L, 3L], rig.Receiver.Calls.Select(call => call.Sequence).Order());
    }

    [Fact]
    public async Task A_node_that_lost_its_lease_moves_no_cursor()
    {
        var operations = new MemoryOperations();
        var clock = new ManualClock();
        var first = new DeliveryLease("portal", operations, clock, NullLogger.Instance);
        var second = new DeliveryLease("portal", operations, clock, NullLogger.Instance);
        await first.WaitAsync(default);
        Assert.True(await first.SaveCursorAsync(4, default));
        clock.Advance(DeliveryLease.Time + TimeSpan.FromSeconds(1));
        await second.WaitAsync(default);

        Assert.False(await first.SaveCursorAsync(9, default));
        Assert.True(await second.SaveCursorAsync(5, default));
        Assert.Equal(5, (await operations.FindCursorAsync("portal", default))!.Sequence);
    }
}
