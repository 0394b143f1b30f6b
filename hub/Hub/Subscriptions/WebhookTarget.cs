using System.Net;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Hub.Subscriptions;

/// <summary>Where a webhook goes, and how it is signed.</summary>
public sealed record WebhookTarget
{
    /// <summary>Must be https, unless <see cref="AllowedNetworks"/> names the receiver's own network.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>One, or several while the receiver rotates.</summary>
    public required IReadOnlyList<WebhookSecret> Secrets { get; init; }

    /// <summary>Private networks this subscription may reach.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>Time for one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
