using IntegrationHub.Mdm.Model;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Hub.Webhooks;

/// <summary>Nothing depends on what a receiver answers beside its status: an answer's body is never read.</summary>
public sealed class Odd_receivers : IAsyncLifetime
{
    private SendingRig _rig = null!;

    public async Task InitializeAsync() => _rig = await SendingRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Who_says_200_and_then_fails_has_taken_it()
    {
        _rig.Receiver.Answer = async (_, context) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("so far");
            await context.Response.Body.FlushAsync();

            // Cut at once, the cut could overtake the status; the hub hangs up by itself.
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Abort();
        };
        await DeliverAsync(3);

        Assert.Equal([1L, 2L, 3L], _rig.Receiver.Calls.Select(call => call.Sequence));
    }

    [Fact]
    public async Task Who_fails_after_it_has_stored_an_event_gets_the_same_one_again()
    {
        _rig.Receiver.Answer = (call, context) =>
        {
            context.Response.StatusCode = _rig.Receiver.Calls.Count(one => one.Id == call.Id) == 1 ? 500 : 200;
            return Task.CompletedTask;
        };
        await DeliverAsync(2);

        Assert.All(_rig.Receiver.Calls.GroupBy(call => call.Id), calls => Assert.Equal(2, calls.Count()));
        Assert.Equal(2, _rig.Receiver.Calls.Select(call => Convert.ToHexString(call.Body)).Distinct().Count());
    }

    [Fact]
    public async Task Who_answers_with_a_hundred_megabytes_is_not_listened_to()
    {
        await using var flood = new FloodingReceiver();
        var subscription = _rig.Subscription(parallel: 1);
        _rig.Change(1, 2, 3);
        _rig.Start(subscription with { Webhook = subscription.Webhook! with { Endpoint = flood.Endpoint } });
        await _rig.UntilAsync(async () => (await _rig.Operations.FindCursorAsync("portal", default))?.Sequence == 3);

        Assert.Equal(3, flood.Calls);
        Assert.True(flood.Sent < 60 << 20, $"{flood.Sent >> 20} of 300 MiB were taken");
    }

    [Fact]
    public async Task Who_closes_before_it_answers_gets_the_same_one_again()
    {
        _rig.Receiver.Answer = (_, context) =>
        {
            if (_rig.Receiver.Calls.Count <= 2)
            {
                context.Abort();
            }

            return Task.CompletedTask;
        };
        await DeliverAsync(1);

        Assert.Equal(3, _rig.Receiver.Calls.Count);
        Assert.Single(_rig.Receiver.Calls.Select(call => call.Id).Distinct());
    }

    [Theory]
    [InlineData("application/json; charset=iso-8859-15")]
    [InlineData("text/html; charset=utf-16")]
    [InlineData("text/plain; charset=klingon")]
    [InlineData("no/media/type;;")]
    public async Task Who_answers_in_another_charset_has_taken_it(string contentType)
    {
        _rig.Receiver.Answer = async (_, context) =>
        {
            context.Response.Headers.ContentType = contentType;
            await context.Response.Body.WriteAsync(new byte[] { 0xE9, 0xFF, 0x00, 0xA4 });
        };
        await DeliverAsync(2);

        Assert.Equal([1L, 2L], _rig.Receiver.Calls.Select(call => call.Sequence));
    }

    private async Task DeliverAsync(int changes)
    {
        _rig.Change([.. Enumerable.Range(1, changes).Select(person => (long)person)]);
        _rig.Start(_rig.Subscription(retry: "1s x5; then park", parallel: 1));
        await _rig.UntilAsync(async () => (await _rig.Operations.FindCursorAsync("portal", default))?.Sequence == changes);
        Assert.Empty(await _rig.ParkedAsync());
        Assert.NotNull(_rig.Registry.Last(new GoldenId(1)));
    }
}
