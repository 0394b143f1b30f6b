using System.Security.Cryptography;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Sending;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>The JWT grant (RFC 7523): an assertion signed by the application's RSA key, then userinfo, which says where the user's accounts are served: credentials go nowhere else.</summary>
internal sealed class DocusignAuthenticator(DocusignSettings settings, HttpLink bare, TimeProvider time) : TokenAuthenticator(time)
{
    // DocuSign takes an assertion of an hour at most.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(55);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private Uri Server => settings.AccountServer.Value;

    protected override async Task<Token> FetchAsync(CancellationToken cancellationToken)
    {
        var token = await GrantAsync(cancellationToken);
        using var json = await bare.Api<IDocusignAccountServer>(Server).UserInfoAsync("Bearer " + token.Value, cancellationToken);
        Check([.. json.RootElement.GetProperty("accounts").EnumerateArray()]);
        return token;
    }

    private async Task<Token> GrantAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TokenRequest.SendAsync(
                bare, new Uri(Server, "oauth/token"), [new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), new("assertion", Assertion())], prepare: null, cancellationToken);
        }
        catch (HttpFailureException refused) when (refused.Failure.Code == "auth.token")
        {
            throw Refusals.Stop("docusign.grant", "DocuSign gives no token: the user must consent once to this integration key (oauth/auth with scope \"signature impersonation\"); else check integrationKey, user, privateKey, accountServer and the hub's clock.");
        }
    }

    private string Assertion()
    {
        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(settings.PrivateKey.Reveal());
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            throw Refusals.Stop("docusign.key", "The private key cannot be read: give the RSA key of the application as PEM, with its BEGIN and END lines.");
        }

        var now = bare.Time.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.IntegrationKey,
            Audience = Server.Authority,
            IssuedAt = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object> { ["sub"] = settings.User, ["scope"] = "signature impersonation" },

            // The key lives for this assertion only; the library would keep it.
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSha256),
        });
    }

    private void Check(IReadOnlyList<JsonElement> accounts)
    {
        var served = accounts.Select(account => (Id: account.GetProperty("account_id").GetString(), Base: new Uri(account.GetProperty("base_uri").GetString()!))).ToList();
        var own = served.FirstOrDefault(account => string.Equals(account.Id, settings.Account, StringComparison.OrdinalIgnoreCase));
        if (own.Id is null)
        {
            throw Refusals.Stop("docusign.account", $"The user has no such account; there are: {string.Join(", ", served.Select(account => account.Id))}. Write one as account.");
        }

        if (own.Base.Authority != settings.Url.Value.Authority)
        {
            throw Refusals.Stop("docusign.server", $"The account is served at {own.Base.GetLeftPart(UriPartial.Authority)}/: write this as url.");
        }
    }
}
