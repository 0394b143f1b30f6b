using System.Text;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Hub.Webhooks;

/// <summary>Values are read at each sending: an erased one is never sent, however late its event goes.</summary>
public sealed class Erasing_on_the_way : IAsyncLifetime
{
    private static readonly GoldenId Ada = new(1);
    private SendingRig _rig = null!;

    public async Task InitializeAsync() => _rig = await SendingRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Who_was_erased_while_parked_is_replayed_as_erased()
    {
        var status = 422;
        Answer(() => status);
        _rig.Change(1, 1);
        _rig.Start(_rig.Subscription(withValues: true));
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 2);
        Erase();
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 3);
        var before = _rig.Receiver.Calls.Count;
        status = 200;
        _rig.Sender!.ReplayParked();
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 0);

        AssertErased(before, [1, 2, 3]);
    }

    [Fact]
    public async Task Who_was_erased_while_in_flight_is_tried_again_as_erased()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _rig.Receiver.Answer = async (_, context) =>
        {
            if (_rig.Receiver.Calls.Count == 1)
            {
                arrived.SetResult();
                await goOn.Task;
                context.Response.StatusCode = 500;
            }
        };
        _rig.Change(1);
        _rig.Start(_rig.Subscription(withValues: true));
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Erase();
        goOn.SetResult();
        await _rig.UntilAsync(async () => (await _rig.Operations.FindCursorAsync("portal", default))?.Sequence == 2);

        AssertErased(1, [1, 2]);
    }

    [Fact]
    public async Task Who_was_erased_is_replayed_as_erased_when_the_subscription_is_set_back()
    {
        _rig.Change(1, 1);
        _rig.Start(_rig.Subscription(withValues: true));
        await _rig.UntilAsync(async () => (await _rig.Operations.FindCursorAsync("portal", default))?.Sequence == 2);
        await _rig.StopAsync();
        Erase();
        await _rig.States.RewindAsync("portal", 0, "architect", default);
        var before = _rig.Receiver.Calls.Count;
        _rig.Start(_rig.Subscription(withValues: true));
        await _rig.Receiver.UntilAsync(calls => calls.Count == before + 3);

        AssertErased(before, [1, 2, 3]);
    }

    private void Answer(Func<int> status) => _rig.Receiver.Answer = (_, context) =>
    {
        context.Response.StatusCode = status();
        return Task.CompletedTask;
    };

    private void Erase()
    {
        var version = _rig.Registry.Last(Ada)!.Version + 1;
        var erased = new GoldenRecord { Id = Ada, Version = version, State = GoldenState.Erased, Citizen = new Citizen() };
        _rig.Signal.Publish(_rig.Registry.Put(erased, ChangeKind.Erased, "right:erasure", []).Sequence);
    }

    private void AssertErased(int from, IReadOnlyList<long> sequences)
    {
        var late = _rig.Receiver.Calls.Skip(from).ToList();
        Assert.Equal(sequences, late.Select(call => call.Sequence));
        Assert.All(late, call => Assert.DoesNotContain("\"Name", Encoding.UTF8.GetString(call.Body), StringComparison.Ordinal));
        Assert.All(late, call => Assert.Equal("erased", call.Json["data"]!["people"]![0]!["state"]!.GetValue<string>()));
        Assert.Contains("\"Name", Encoding.UTF8.GetString(_rig.Receiver.Calls.First().Body), StringComparison.Ordinal);
    }
}
