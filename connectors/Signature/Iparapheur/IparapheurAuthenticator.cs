using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Signature.Iparapheur;

/// <summary>The technical account's token, by the password grant of the Keycloak that stands in iparapheur.</summary>
internal sealed class IparapheurAuthenticator(BasicSettings account, HttpLink bare, TimeProvider time) : TokenAuthenticator(time)
{
    protected override Task<Token> FetchAsync(CancellationToken cancellationToken) => TokenRequest.SendAsync(
        bare,
        new Uri(bare.Address, "auth/realms/api/protocol/openid-connect/token"),
        [new("grant_type", "password"), new("client_id", "ipcore-web"), new("username", account.User), new("password", account.Password.Reveal())],
        prepare: null,
        cancellationToken);
}
