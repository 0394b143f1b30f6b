using System.Text.Json;
using RestEase;

namespace IntegrationHub.Tests.PluginExample;

/// <summary>What the connector asks of the system, and where that is described.</summary>
public interface IParkingApi
{
    [Get("sites/{site}/subscribers")]
    Task<JsonDocument> SubscribersAsync([Path] string site, [Query] long after, [Query] int limit, CancellationToken cancellationToken);
}
