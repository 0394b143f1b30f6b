using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>A provider's discovery document and signing keys, remembered. Keys are read anew at most every half minute, whatever tokens arrive: nobody makes the hub hammer the provider.</summary>
internal sealed class Provider(Uri issuer, TimeProvider time)
{
    private static readonly TimeSpan AboutKept = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeysKept = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeysPause = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private (OpenIdConnectConfiguration About, DateTimeOffset At)? known;
    private (IReadOnlyList<SecurityKey> Keys, DateTimeOffset At)? keys;
    private DateTimeOffset renewed = DateTimeOffset.MinValue;

    /// <summary>The discovery document (OpenID Connect Discovery, 4).</summary>
    /// <exception cref="HttpFailureException">It cannot be read, or is another issuer's.</exception>
    public async Task<OpenIdConnectConfiguration> AboutAsync(IOpenIdApi api, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (known is var (about, at) && time.GetUtcNow() - at < AboutKept)
            {
                return about;
            }
        }

        var read = Discovery.Read(await DiscoverAsync(api, cancellationToken), issuer);
        lock (gate)
        {
            known = (read, time.GetUtcNow());
        }

        return read;
    }

    /// <exception cref="HttpFailureException">They cannot be read.</exception>
    public async Task<IReadOnlyList<SecurityKey>> KeysAsync(IOpenIdApi api, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (keys is var (read, at) && time.GetUtcNow() - at < KeysKept)
            {
                return read;
            }
        }

        return await ReadKeysAsync(api, cancellationToken);
    }

    /// <summary>A token names a key that is not known, or whose signature does not fit: perhaps the provider has new ones.</summary>
    /// <returns>Null when they were read anew a moment ago.</returns>
    /// <exception cref="HttpFailureException">They cannot be read.</exception>
    public async Task<IReadOnlyList<SecurityKey>?> RenewKeysAsync(IOpenIdApi api, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now - renewed < KeysPause)
            {
                return null;
            }

            renewed = now;
        }

        return await ReadKeysAsync(api, cancellationToken);
    }

    private static async Task<HttpReply> DiscoverAsync(IOpenIdApi api, CancellationToken cancellationToken)
    {
        try
        {
            return await api.DiscoverAsync(cancellationToken);
        }
        catch (HttpFailureException nothing) when (nothing.Failure.Kind == FailureKind.Refused)
        {
            throw new HttpFailureException(new Failure(FailureKind.Denied, "openid.discovery", $"There is no discovery document at this address ({nothing.Failure.Code}): write the provider's issuer in \"url\"."));
        }
    }

    private async Task<IReadOnlyList<SecurityKey>> ReadKeysAsync(IOpenIdApi api, CancellationToken cancellationToken)
    {
        var about = await AboutAsync(api, cancellationToken);
        var read = Discovery.Keys(await api.KeysAsync(about.JwksUri, cancellationToken));
        lock (gate)
        {
            keys = (read, time.GetUtcNow());
        }

        return read;
    }
}
