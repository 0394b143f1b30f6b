using System.Text.Json;
using RestEase;

namespace IntegrationHub.Connectors.Channels.Ovh;

/// <summary>What the hub asks of OVH's API 1.0, below <c>https://eu.api.ovh.com/1.0/</c> (<c>https://eu.api.ovh.com/console/?section=%2Fsms</c>, and <c>%2Ftelephony</c>).</summary>
internal interface IOvhApi
{
    /// <summary>Numbers of messages.</summary>
    /// <param name="account">The SMS account.</param>
    /// <param name="direction"><c>incoming</c> or <c>outgoing</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    [Get("sms/{account}/{direction}")]
    Task<IReadOnlyList<long>> MessagesAsync([Path] string account, [Path] string direction, CancellationToken cancellationToken);

    [Get("sms/{account}/{direction}/{id}")]
    Task<JsonDocument> MessageAsync([Path] string account, [Path] string direction, [Path] long id, CancellationToken cancellationToken);

    /// <summary>Lines of a billing account.</summary>
    [Get("telephony/{billingAccount}/service")]
    Task<IReadOnlyList<string>> LinesAsync([Path] string billingAccount, CancellationToken cancellationToken);

    /// <summary>Numbers of call records.</summary>
    [Get("telephony/{billingAccount}/service/{line}/voiceConsumption")]
    Task<IReadOnlyList<long>> CallsAsync([Path] string billingAccount, [Path] string line, CancellationToken cancellationToken);

    [Get("telephony/{billingAccount}/service/{line}/voiceConsumption/{id}")]
    Task<JsonDocument> CallAsync([Path] string billingAccount, [Path] string line, [Path] long id, CancellationToken cancellationToken);
}
