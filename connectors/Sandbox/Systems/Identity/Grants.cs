using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IntegrationHub.Connectors.Sandbox.Systems.Identity;

/// <summary>Requests, codes and access tokens by their random names; a code is good once and for 30 s, an access token for 60 s.</summary>
internal sealed class Grants(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Grant> kept = new(StringComparer.Ordinal);

    public string Keep(Grant grant, int seconds)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        kept[name] = grant with { Until = time.GetUtcNow().AddSeconds(seconds) };
        return name;
    }

    public Grant? Find(string name) => kept.TryGetValue(name, out var grant) && grant.Until >= time.GetUtcNow() ? grant : null;

    /// <summary>Found once.</summary>
    public Grant? Take(string name) => kept.TryRemove(name, out var grant) && grant.Until >= time.GetUtcNow() ? grant : null;
}
