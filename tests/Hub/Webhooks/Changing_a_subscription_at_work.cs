using System.Text;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Tests.Hub.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Webhooks;

/// <summary>A subscription is paused, changed or removed in the middle of a delivery.</summary>
public sealed class Changing_a_subscription_at_work : IAsyncLifetime, IDisposable
{
    private readonly HubMetrics _metrics = new();
    private SendingRig _rig = null!;
    private AccessLog _audit = null!;
    private Publisher _publisher = null!;

    public async Task InitializeAsync()
    {
        _rig = await SendingRig.StartAsync();
        _audit = new AccessLog(_rig.Operations, TimeProvider.System, NullLogger.Instance);
        _publisher = new Publisher(
            _rig.Registry, _rig.Operations, new SurvivorshipEngine(SurvivorshipPolicy.French()), _audit, _rig.Signal, TimeProvider.System, _metrics,
            (subscription, _) => Task.FromResult<IDeliveryChannel>(new WebhookChannel(subscription, TimeProvider.System)), NullLogger<Publisher>.Instance);
        await _rig.States.ActivateAsync("portal", null, "test", default);
        _rig.Change([.. Enumerable.Range(0, 60).Select(i => (long)(i % 6) + 1)]);
    }

    public async Task DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _audit.DisposeAsync();
        await _rig.DisposeAsync();
    }

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task Paused_nothing_goes_and_resumed_nothing_is_missing()
    {
        var held = Hold(after: 10);
        await _publisher.StartAsync(_rig.Subscription(withValues: true));
        await held.Reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await _rig.States.PauseAsync("portal", "architect", default);
        _publisher.Wake("portal");
        await EndedAsync(held);
        var paused = _rig.Receiver.Calls.Count;
        Assert.False(_publisher.ReplayParked("portal"));

        held.GoOn.TrySetResult();
        await _rig.States.ActivateAsync("portal", null, "architect", default);
        _publisher.Wake("portal");
        await AllAsync();
        Assert.True(paused <= 14, $"{paused} deliveries although it was paused after ten, four at once");
        AssertInOrder();
    }

    [Fact]
    public async Task Changed_only_what_the_new_contract_permits_goes()
    {
        var held = Hold(after: 10);
        await _publisher.StartAsync(_rig.Subscription(withValues: true, attributes: Scope.Of("birthName", "emails")));
        await held.Reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await _publisher.StartAsync(_rig.Subscription(withValues: true, attributes: Scope.Of("birthName")));
        var before = _rig.Receiver.Calls.Count;
        held.GoOn.TrySetResult();
        await AllAsync();

        Assert.Contains(_rig.Receiver.Calls.Take(before), call => Text(call).Contains("a@b.example", StringComparison.Ordinal));
        Assert.All(_rig.Receiver.Calls.Skip(before), call => Assert.DoesNotContain("a@b.example", Text(call), StringComparison.Ordinal));
        AssertInOrder();
    }

    [Fact]
    public async Task Removed_nothing_goes_any_more()
    {
        var held = Hold(after: 10);
        await _publisher.StartAsync(_rig.Subscription());
        await held.Reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await _publisher.RemoveAsync("portal");
        var before = _rig.Receiver.Calls.Count;
        held.GoOn.TrySetResult();
        _rig.Change(7, 8, 9);

        Assert.Empty(_publisher.Subscriptions);
        Assert.False(_publisher.Refresh("portal", []));
        Assert.InRange(_rig.Receiver.Calls.Count, before, before);
        Assert.True((await _rig.Operations.FindCursorAsync("portal", default))?.Sequence is null or < 60);
    }

    // From a certain call on, answers wait until the test lets them go, or the hub hangs up.
    private (TaskCompletionSource Reached, TaskCompletionSource GoOn) Hold(int after)
    {
        var (reached, goOn) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _rig.Receiver.Answer = async (_, context) =>
        {
            if (_rig.Receiver.Calls.Count > after)
            {
                reached.TrySetResult();
                await goOn.Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        };
        return (reached, goOn);
    }

    // The sender of a paused subscription is gone once it takes no command any more.
    private Task EndedAsync((TaskCompletionSource Reached, TaskCompletionSource GoOn) held) =>
        _rig.UntilAsync(() => Task.FromResult(held.Reached.Task.IsCompleted && !_publisher.Refresh("portal", [])));

    private Task AllAsync() => _rig.UntilAsync(async () => (await _rig.Operations.FindCursorAsync("portal", default))?.Sequence == 60);

    private void AssertInOrder()
    {
        Assert.Equal(Enumerable.Range(1, 60).Select(i => (long)i), _rig.Receiver.Calls.Select(call => call.Sequence).Distinct().Order());
        foreach (var lane in _rig.Receiver.Calls.GroupBy(call => call.Subject))
        {
            // Whatever was sent again after the change, each was first told in order.
            var first = lane.Select(call => call.Sequence).Distinct().ToList();
            Assert.Equal(first.Order(), first);
        }
    }

    private static string Text(Received call) => Encoding.UTF8.GetString(call.Body);
}
