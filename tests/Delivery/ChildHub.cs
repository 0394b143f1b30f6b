using System.Net;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Tests.Delivery;

/// <summary>The process that is killed: it says a line per move, and ends by itself once everything is told.</summary>
internal static class ChildHub
{
    /// <summary>Longer than a lease holds.</summary>
    private const int SecondsBetweenStarts = 20;

    public static async Task<int> RunAsync(string folder, Uri endpoint, string secret, int starts, int seed, int steps)
    {
        var target = new WebhookTarget { Endpoint = endpoint, Secrets = [WebhookSecret.Parse(secret)], AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], Timeout = TimeSpan.FromSeconds(10) };
        var clock = new MovedClock(TimeSpan.FromSeconds(starts * SecondsBetweenStarts));
        await using var hub = await DeliveringHub.OpenAsync(
            new StorageSettings { Directory = folder, Clock = clock }, clock, DeliveringHub.Subscription(ChannelKind.Webhook, target), subscription => new WebhookChannel(subscription, clock));
        var life = new RandomLife(hub.Writer, hub.Stores.Reader, seed);
        for (var step = 0; step < steps; step++)
        {
            await life.StepAsync(default);
            Console.WriteLine("step");
            Console.Out.Flush();
        }

        await hub.UntilToldAsync();
        return 0;
    }
}
