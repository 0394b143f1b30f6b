using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Tests.Conformance.Http;
using IntegrationHub.Tests.Http.Fakes;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Http.Sending;

public sealed class One_way_out
{
    [Fact]
    public async Task A_passing_failure_is_tried_again_and_a_wait_the_system_names_is_kept()
    {
        var calls = 0;
        await using var rig = await LinkRig.StartAsync(call =>
        {
            if (++calls < 3)
            {
                call.Response.StatusCode = calls == 1 ? 500 : 429;
                call.Response.Headers.RetryAfter = "20";
            }

            return Task.CompletedTask;
        });
        var before = rig.Time.GetUtcNow();

        var reply = await rig.Link().GetAsync("x", default);

        Assert.Equal((200, 3), (reply.Status, calls));
        Assert.InRange((rig.Time.GetUtcNow() - before).TotalSeconds, 20, 200);
    }

    [Fact]
    public async Task A_system_that_stays_down_opens_its_breaker_and_requests_wait_without_being_sent()
    {
        await using var rig = await LinkRig.StartAsync(call =>
        {
            call.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        var link = rig.Link(rig.Settings with { Retries = 0 });
        Failure? last = null;
        for (var i = 0; i < 12; i++)
        {
            last = await LinkRig.FailureOfAsync(() => link.GetAsync("x", default));
        }

        Assert.Equal((FailureKind.Throttled, "breaker.open"), (last!.Kind, last.Code));
        Assert.True(last.NotBefore > rig.Time.GetUtcNow().AddSeconds(-5));
        Assert.Equal(10, rig.Seen.Count);
    }

    [Fact]
    public async Task A_post_is_not_repeated_after_a_cut_unless_it_says_it_may_be()
    {
        await using var rig = await LinkRig.StartAsync(call =>
        {
            call.Abort();
            return Task.CompletedTask;
        });

        var once = await LinkRig.FailureOfAsync(() => rig.Link().SendJsonAsync(HttpMethod.Post, "x", "{}"u8.ToArray(), repeatable: false, default));
        var seen = rig.Seen.Count;
        await LinkRig.FailureOfAsync(() => rig.Link().SendJsonAsync(HttpMethod.Post, "x", "{}"u8.ToArray(), repeatable: true, default));

        Assert.Equal((FailureKind.Passing, "http.cut", 1), (once!.Kind, once.Code, seen));
        Assert.Equal(1 + 3, rig.Seen.Count);
    }

    [Fact]
    public async Task A_fragile_server_never_sees_two_requests_at_a_time()
    {
        var (now, most) = (0, 0);
        await using var rig = await LinkRig.StartAsync(async call =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(5, call.RequestAborted);
            Interlocked.Decrement(ref now);
        });
        var link = rig.Link(rig.Settings with { Concurrency = 1 });

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => link.GetAsync("x", default)));

        Assert.Equal((10, 1), (rig.Seen.Count, most));
    }

    [Fact]
    public async Task An_error_inside_200_is_what_the_connector_says_it_is()
    {
        await using var rig = await LinkRig.StartAsync(
            call => call.Response.WriteAsync("""{"error":{"code":498}}"""),
            (reply, usual) => reply.TryJson()?.RootElement.TryGetProperty("error", out _) == true ? new Failure(FailureKind.Refused, "own.498", "no") : usual);

        var failure = await LinkRig.FailureOfAsync(() => rig.Link().GetAsync("x", default));

        Assert.Equal((FailureKind.Refused, "own.498"), (failure!.Kind, failure.Code));
    }

    [Fact]
    public async Task An_answer_larger_than_allowed_is_denied()
    {
        await using var rig = await LinkRig.StartAsync(call => call.Response.WriteAsync(new string('x', 5000)));

        var failure = await LinkRig.FailureOfAsync(() => rig.Link(rig.Settings with { MaxAnswerBytes = 4096 }).GetAsync("x", default));

        Assert.Equal((FailureKind.Denied, "body.too-large"), (failure!.Kind, failure.Code));
    }

    [Fact]
    public async Task The_rate_budget_spreads_requests_over_time()
    {
        await using var rig = await LinkRig.StartAsync(_ => Task.CompletedTask);
        var link = rig.Link(rig.Settings with { Rate = new RateLimit(2, TimeSpan.FromSeconds(3)) });
        var before = rig.Time.GetUtcNow();

        for (var i = 0; i < 6; i++)
        {
            await link.GetAsync("x", default);
        }

        Assert.True((rig.Time.GetUtcNow() - before).TotalSeconds >= 6);
    }

    [Fact]
    public async Task Requests_go_through_the_proxy_when_one_is_set()
    {
        await using var proxy = await LinkRig.StartAsync(call => call.Response.WriteAsync("through " + call.Request.Host));
        await using var rig = await LinkRig.StartAsync(call => call.Response.WriteAsync("direct"));
        var settings = rig.Settings with { Url = BaseAddress.Parse("http://ged.example.invalid/"), Network = new NetworkSettings { Proxy = BaseAddress.Of(proxy.Address) } };

        var reply = await rig.Link(settings).GetAsync("x", default);

        Assert.Equal("through ged.example.invalid", System.Text.Encoding.UTF8.GetString(reply.Body.Span));
        Assert.Empty(rig.Seen);
    }
}
