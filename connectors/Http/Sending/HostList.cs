using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>The hosts a connection may speak to: those its settings name. A link or redirect to anywhere else is not followed, and credentials go to the base address's host alone.</summary>
internal sealed class HostList(HttpSettings settings)
{
    private readonly HashSet<string> hosts = new(
        [settings.Url.Value.Host, .. settings.Network.Hosts, .. settings.TokenServers().Select(server => server.Host)],
        StringComparer.OrdinalIgnoreCase);

    private readonly bool secure = settings.Url.Value.Scheme == Uri.UriSchemeHttps;

    /// <returns>Null when the address may be asked.</returns>
    public Failure? Judge(Uri address)
    {
        if (address.Scheme is not ("http" or "https") || (secure && address.Scheme != Uri.UriSchemeHttps))
        {
            return new Failure(FailureKind.Denied, "egress.scheme", "The system points to an address that is not https: it is not followed.");
        }

        return hosts.Contains(address.Host)
            ? null
            : new Failure(FailureKind.Denied, "egress.host", "The system points to another host: add it to network.hosts if it is right.");
    }

    /// <summary>Whether the connection's credentials may go there.</summary>
    public bool IsOwn(Uri address) =>
        string.Equals(address.Host, settings.Url.Value.Host, StringComparison.OrdinalIgnoreCase) && address.Port == settings.Url.Value.Port;
}
