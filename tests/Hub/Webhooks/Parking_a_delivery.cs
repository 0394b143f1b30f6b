using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Hub.Webhooks;

public sealed class Parking_a_delivery : IAsyncLifetime
{
    private SendingRig _rig = null!;
    private int _refusing = 422;

    public async Task InitializeAsync()
    {
        _rig = await SendingRig.StartAsync();
        var first = new IntegrationHub.Mdm.Model.GoldenId(1).ToString();
        _rig.Receiver.Answer = (call, context) =>
        {
            context.Response.StatusCode = call.Subject == first ? _refusing : 200;
            return Task.CompletedTask;
        };
    }

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task What_the_receiver_will_not_take_parks_its_citizen_and_the_others_go_on()
    {
        _rig.Change(1, 2, 1, 3, 2);
        _rig.Start();
        await _rig.UntilAsync(async () => (await _rig.Operations.FindCursorAsync("portal", default))?.Sequence == 5);

        Assert.Equal([(1L, "http.422"), (3L, "parked.behind")], (await _rig.ParkedAsync()).Select(row => (row.Sequence, row.Code)));
        Assert.Equal([1L, 2L, 4L, 5L], _rig.Receiver.Calls.Select(call => call.Sequence).Order());
    }

    [Fact]
    public async Task Parked_lanes_stay_parked_after_a_restart_and_replay_in_order()
    {
        _rig.Change(1);
        _rig.Start();
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 1);
        await _rig.StopAsync();
        _rig.Change(1, 2);
        _rig.Start();
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 2);

        _refusing = 200;
        _rig.Sender!.ReplayParked();
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 0);
        _rig.Change(1);
        await _rig.Receiver.UntilAsync(calls => calls.Any(call => call.Sequence == 4));

        var replayed = _rig.Receiver.Calls.Where(call => call.Sequence != 3).Select(call => call.Sequence);
        Assert.Equal([1L, 1L, 2L, 4L], replayed);
    }

    [Fact]
    public async Task A_replay_that_fails_again_keeps_the_lane_parked()
    {
        _rig.Change(1, 1);
        _rig.Start();
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 2);

        _rig.Sender!.ReplayParked();
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync())[0].Attempts == 2);

        Assert.Equal([(1L, "http.422"), (2L, "parked.behind")], (await _rig.ParkedAsync()).Select(row => (row.Sequence, row.Code)));
    }

    [Fact]
    public async Task A_delivery_that_keeps_failing_is_parked_at_the_schedules_end()
    {
        _refusing = 500;
        _rig.Change(1, 2);
        _rig.Start(_rig.Subscription(retry: "1s x1; then park"));
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 1);

        Assert.Equal(("http.500", 2), ((await _rig.ParkedAsync())[0].Code, (await _rig.ParkedAsync())[0].Attempts));
    }

    [Fact]
    public async Task A_lane_that_falls_too_far_behind_is_parked_so_that_the_others_go_on()
    {
        _refusing = 500;
        _rig.Change([1, .. Enumerable.Range(2, 40).Select(i => (long)i)]);
        _rig.Start(_rig.Subscription(retry: "1s x1; 1h x9; then park") with { Window = 10 });
        await _rig.UntilAsync(() => Task.FromResult(_rig.Receiver.Calls.Any(call => call.Sequence == 41)));
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 1);

        Assert.Equal("delivery.too-far-behind", Assert.Single(await _rig.ParkedAsync()).Code);
    }

    [Fact]
    public async Task While_the_receiver_as_a_whole_is_down_everything_waits_and_nothing_is_parked()
    {
        var down = true;
        _rig.Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = down ? 503 : 200;
            return Task.CompletedTask;
        };
        _rig.Change([.. Enumerable.Range(1, 60).Select(i => (long)i)]);
        _rig.Start(_rig.Subscription(retry: "1s x9; then park") with { Window = 10 });
        await _rig.Receiver.UntilAsync(calls => calls.Count >= 10);
        await Task.Delay(300);
        Assert.Empty(await _rig.ParkedAsync());

        down = false;
        await _rig.UntilAsync(async () => (await _rig.Operations.FindCursorAsync("portal", default))?.Sequence == 60);
        Assert.Empty(await _rig.ParkedAsync());
    }
}
