using System.Net;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>Subscriptions to receivers of this machine.</summary>
internal static class Hooks
{
    public static Subscription To(string name, Uri endpoint, AccessContract contract, int parallel = 4, int window = 1000) => new()
    {
        Name = name,
        Contract = contract with { Name = name },
        Webhook = new WebhookTarget { Endpoint = endpoint, Secrets = [WebhookSecret.Generate()], AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")] },
        Parallel = parallel,
        Window = window,
    };
}
