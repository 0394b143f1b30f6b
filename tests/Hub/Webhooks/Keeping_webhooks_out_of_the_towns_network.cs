using System.Net;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Egress;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Tests.Hub.Webhooks;

public sealed class Keeping_webhooks_out_of_the_towns_network
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::1")]
    public void Private_addresses_in_any_dress_are_refused(string address) => Assert.False(new EgressGuard([]).Permits(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("2a00:1450:4007:80e::200e")]
    public void Public_addresses_are_permitted(string address) => Assert.True(new EgressGuard([]).Permits(IPAddress.Parse(address)));

    [Fact]
    public void A_named_network_is_permitted_and_nothing_beside_it()
    {
        var guard = new EgressGuard([IPNetwork.Parse("10.20.0.0/16")]);

        Assert.True(guard.Permits(IPAddress.Parse("10.20.3.4")));
        Assert.True(guard.Permits(IPAddress.Parse("::ffff:10.20.3.4")));
        Assert.False(guard.Permits(IPAddress.Parse("10.21.0.1")));
    }

    [Fact]
    public async Task A_name_that_resolves_to_a_private_address_is_refused_before_a_byte_is_sent()
    {
        await using var rig = await SendingRig.StartAsync();
        var byName = new UriBuilder(rig.Receiver.Endpoint) { Host = "localhost" }.Uri;
        using var client = new WebhookClient(rig.Target() with { Endpoint = byName, AllowedNetworks = [] }, TimeProvider.System);

        var failure = await client.SendAsync("id", "{}"u8.ToArray(), default);

        Assert.Equal((FailureKind.Passing, "egress.refused"), (failure!.Kind, failure.Code));
        Assert.Empty(rig.Receiver.Calls);
    }

    [Fact]
    public async Task A_receiver_that_is_down_opens_the_breaker_and_deliveries_wait()
    {
        await using var rig = await SendingRig.StartAsync();
        rig.Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        using var client = new WebhookClient(rig.Target(), TimeProvider.System);

        Failure? last = null;
        for (var i = 0; i < 11; i++)
        {
            last = await client.SendAsync("id", "{}"u8.ToArray(), default);
        }

        Assert.Equal((FailureKind.Throttled, "breaker.open"), (last!.Kind, last.Code));
        Assert.NotNull(last.NotBefore);
        Assert.Equal(10, rig.Receiver.Calls.Count);
    }
}
