using System.Net;
using System.Text;
using IntegrationHub.Hub.Alerting;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Tests.Hub.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Alerting;

/// <summary>The owner hears of it once when a subscription becomes late, and once when it is in step again.</summary>
public sealed class Alerts_of_lateness : IAsyncLifetime
{
    private SendingRig _rig = null!;

    public async Task InitializeAsync()
    {
        _rig = await SendingRig.StartAsync();
        await _rig.States.ActivateAsync("portal", null, "test", default);
        _rig.Change(1, 2, 3);
    }

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Told_once_at_each_crossing_and_signed()
    {
        await LookAsync();
        await LookAsync();
        await _rig.Operations.SaveCursorAsync(new("portal", 3, default), default);
        await LookAsync();
        await LookAsync();
        _rig.Change(1);
        await LookAsync();

        var calls = _rig.Receiver.Calls.ToList();
        Assert.Equal([AlertEvent.Late, AlertEvent.InStep, AlertEvent.Late], calls.Select(call => call.Json["type"]!.GetValue<string>()));
        Assert.Equal(3, calls.Select(call => call.Id).Distinct().Count());
        Assert.All(calls, call => Assert.True(WebhookSignature.Verify(
            [_rig.Secret], call.Id, call.Timestamp, call.Body, call.Signature, TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5))));
        var late = calls[0].Json["data"]!;
        Assert.Equal(("portal", 3, 900, 0), (late["subscription"]!.GetValue<string>(), late["changes"]!.GetValue<int>(), late["limitSeconds"]!.GetValue<int>(), late["parked"]!.GetValue<int>()));
        Assert.True(late["behindSeconds"]!.GetValue<long>() > 900);
        Assert.All(calls, call => Assert.DoesNotContain("Name1", Encoding.UTF8.GetString(call.Body), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alert_that_is_not_taken_is_tried_again_under_the_same_id()
    {
        _rig.Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = _rig.Receiver.Calls.Count == 1 ? 503 : 200;
            return Task.CompletedTask;
        };
        await LookAsync();
        await LookAsync();
        await LookAsync();

        Assert.Equal(2, _rig.Receiver.Calls.Count);
        Assert.Single(_rig.Receiver.Calls.Select(call => call.Id).Distinct());
    }

    [Fact]
    public async Task A_late_subscription_that_is_paused_is_not_in_step()
    {
        await LookAsync();
        await _rig.States.PauseAsync("portal", "architect", default);
        await LookAsync();

        Assert.Single(_rig.Receiver.Calls);
    }

    [Fact]
    public async Task The_towns_own_network_is_not_reached_unless_the_document_allows_it()
    {
        await LookAsync(_rig.Target() with { AllowedNetworks = [] });
        Assert.Empty(_rig.Receiver.Calls);

        await LookAsync(_rig.Target() with { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")] });
        Assert.Single(_rig.Receiver.Calls);
    }

    private Task LookAsync(WebhookTarget? target = null)
    {
        var freshness = new FreshnessReader(_rig.Registry, _rig.Operations, TimeProvider.System);
        return new FreshnessAlerts(freshness, _rig.Operations, TimeProvider.System, NullLogger.Instance).LookAsync(_rig.Subscription() with { Alert = target ?? _rig.Target() }, default);
    }
}
