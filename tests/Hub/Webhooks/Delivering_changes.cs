using System.Globalization;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Model;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Hub.Webhooks;

public sealed class Delivering_changes : IAsyncLifetime
{
    private SendingRig _rig = null!;

    public async Task InitializeAsync() => _rig = await SendingRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_receiver_gets_a_signed_thin_event_per_change()
    {
        _rig.Change(7);
        _rig.Start();
        await _rig.Receiver.UntilAsync(calls => calls.Count == 1);

        var call = _rig.Receiver.Calls.Single();
        Assert.StartsWith("application/cloudevents+json", call.MediaType, StringComparison.Ordinal);
        Assert.True(WebhookSignature.Verify([_rig.Secret], call.Id, call.Timestamp, call.Body, call.Signature, TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5)));
        Assert.Equal(("1.0", call.Id, "fr.integrationhub.citizen.created.v1", new GoldenId(7).ToString()), (
            call.Json["specversion"]!.GetValue<string>(), call.Json["id"]!.GetValue<string>(), call.Json["type"]!.GetValue<string>(), call.Subject));
        Assert.Equal("""{"id":"0000000077","version":1,"reason":"source:crm","ids":["0000000077"],"changed":["birthName"],"people":[{"id":"0000000077","version":1,"state":"active"}]}""".Replace("0000000077", call.Subject, StringComparison.Ordinal), call.Json["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Values_go_only_as_the_contract_says_and_as_they_are_at_sending()
    {
        _rig.Change(7, 7);
        _rig.Start(_rig.Subscription(withValues: true, attributes: Scope.Of("birthName")));
        await _rig.Receiver.UntilAsync(calls => calls.Count == 2);

        Assert.All(_rig.Receiver.Calls, call => Assert.Equal("""{"birthName":"Name2"}""", call.Json["data"]!["people"]![0]!["citizen"]!.ToJsonString()));
        Assert.Equal(["deliver", "deliver"], _rig.Operations.Audit.Select(row => row.Action));
    }

    [Fact]
    public async Task Each_citizens_changes_come_in_order_although_answers_fail_now_and_then()
    {
        var turn = 0;
        _rig.Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref turn) % 7 == 0 ? 500 : 200;
            return Task.CompletedTask;
        };
        for (var i = 0; i < 60; i++)
        {
            _rig.Change((i * 7) % 5);
        }

        _rig.Start(_rig.Subscription(retry: "1s x5; then park"));
        await _rig.UntilAsync(async () => (await _rig.Operations.FindCursorAsync("portal", default))?.Sequence == 60);

        foreach (var lane in _rig.Receiver.Calls.GroupBy(call => call.Subject))
        {
            var versions = lane.Select(call => call.Json["data"]!["version"]!.GetValue<long>()).ToList();
            Assert.Equal(versions.Order(), versions);
            Assert.Equal(Enumerable.Range(1, 12).Select(i => (long)i), versions.Distinct());
        }
    }

    [Fact]
    public async Task A_cut_connection_after_the_receiver_took_it_brings_the_same_id_again()
    {
        _rig.Receiver.Answer = (_, context) =>
        {
            if (_rig.Receiver.Calls.Count == 1)
            {
                context.Abort();
            }

            return Task.CompletedTask;
        };
        _rig.Change(7);
        _rig.Start();
        await _rig.Receiver.UntilAsync(calls => calls.Count == 2);

        Assert.Single(_rig.Receiver.Calls.Select(call => call.Id).Distinct());
        Assert.Single(_rig.Receiver.Calls.Select(call => Convert.ToHexString(call.Body)).Distinct());
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_given_up_and_tried_again()
    {
        _rig.Receiver.Answer = (_, context) => _rig.Receiver.Calls.Count == 1 ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask;
        _rig.Change(7);
        _rig.Start();
        await _rig.Receiver.UntilAsync(calls => calls.Count == 2);

        Assert.Single(_rig.Receiver.Calls.Select(call => call.Id).Distinct());
    }

    [Fact]
    public async Task A_receiver_that_asks_to_wait_is_left_alone_as_long()
    {
        _rig.Receiver.Answer = (_, context) =>
        {
            if (_rig.Receiver.Calls.Count == 1)
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "2";
            }

            return Task.CompletedTask;
        };
        _rig.Change(1, 2, 3);
        _rig.Start(_rig.Subscription(parallel: 1));
        await _rig.Receiver.UntilAsync(calls => calls.Count == 4);

        var at = _rig.Receiver.Calls.Select(call => long.Parse(call.Timestamp, CultureInfo.InvariantCulture)).ToList();
        Assert.True(at[1] - at[0] >= 1, "the second attempt came before Retry-After");
        Assert.Empty(await _rig.ParkedAsync());
    }

    [Fact]
    public async Task A_receiver_that_is_gone_disables_its_subscription_for_good()
    {
        _rig.Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 410;
            return Task.CompletedTask;
        };
        _rig.Change(1, 2, 3);
        _rig.Start(_rig.Subscription(parallel: 1));
        await _rig.Running.WaitAsync(TimeSpan.FromSeconds(90));
        var state = await _rig.States.FindAsync("portal", default);
        Assert.Equal((SubscriptionMode.Stopped, "http.410"), (state.Mode, state.Code));

        await _rig.StopAsync();
        _rig.Start();
        await _rig.Running.WaitAsync(TimeSpan.FromSeconds(90));
        Assert.Single(_rig.Receiver.Calls);

        _rig.Receiver.Answer = (_, _) => Task.CompletedTask;
        await _rig.States.ActivateAsync("portal", null, "architect", default);
        await _rig.StopAsync();
        _rig.Start();
        await _rig.Receiver.UntilAsync(calls => calls.Count == 4);
    }

    [Fact]
    public async Task A_stopped_sender_goes_on_behind_the_last_settled_change()
    {
        _rig.Change(1, 2, 3);
        _rig.Start();
        await _rig.UntilAsync(async () => (await _rig.Operations.FindCursorAsync("portal", default))?.Sequence == 3);
        await _rig.StopAsync();
        _rig.Change(4);
        _rig.Start();
        await _rig.Receiver.UntilAsync(calls => calls.Any(call => call.Sequence == 4));

        Assert.Equal([1L, 2L, 3L, 4L], _rig.Receiver.Calls.Select(call => call.Sequence).Order());
    }

    [Fact]
    public async Task A_cursor_ahead_of_a_restored_registry_disables_the_subscription()
    {
        await _rig.Operations.SaveCursorAsync(new("portal", 100, default), default);
        _rig.Change(1, 2);
        _rig.Start();
        await _rig.Running.WaitAsync(TimeSpan.FromSeconds(90));

        Assert.Equal("cursor.ahead", (await _rig.States.FindAsync("portal", default)).Code);
        Assert.Empty(_rig.Receiver.Calls);
    }

    [Fact]
    public async Task A_redirect_is_never_followed()
    {
        _rig.Receiver.Answer = (_, context) =>
        {
            context.Response.Redirect(_rig.Receiver.Endpoint.ToString(), permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        _rig.Change(1);
        _rig.Start(_rig.Subscription(retry: "1s x1; then park"));
        await _rig.UntilAsync(async () => (await _rig.ParkedAsync()).Count == 1);

        Assert.Equal(2, _rig.Receiver.Calls.Count);
        Assert.Equal("http.307", (await _rig.ParkedAsync())[0].Code);
    }
}
