using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Auth;

/// <summary>Every way to sign in that needs no code, one line each.</summary>
public static class Authenticators
{
    /// <returns>Null for a system that asks nobody who they are.</returns>
    /// <exception cref="HttpFailureException">More than one way is given, or none where one is begun.</exception>
    public static Authenticator? Of(AuthSettings? auth, HttpLink bare, TimeProvider time) => auth switch
    {
        null => null,
        { Basic: { } basic, Header: null, Bearer: null, ClientCredentials: null, SignedUrl: null } => new BasicAuthenticator(basic),
        { Header: { } header, Basic: null, Bearer: null, ClientCredentials: null, SignedUrl: null } => new HeaderAuthenticator(header.Name, header.Prefix, header.Key),
        { Bearer: { } bearer, Basic: null, Header: null, ClientCredentials: null, SignedUrl: null } => new HeaderAuthenticator("Authorization", "Bearer", bearer.Token),
        { ClientCredentials: { } client, Basic: null, Header: null, Bearer: null, SignedUrl: null } => new ClientCredentialsAuthenticator(client, bare, time),
        { SignedUrl: { } signed, Basic: null, Header: null, Bearer: null, ClientCredentials: null } => new SignedUrlAuthenticator(signed, time),
        _ => throw new HttpFailureException(new Failure(FailureKind.Denied, "auth.one", "auth names exactly one of: basic, header, bearer, clientCredentials, signedUrl.")),
    };
}
