using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Auth;

/// <summary>Secrets in headers of their own, beside whatever way a connection signs in: an account within the account, a gateway's key.</summary>
internal sealed class SecretHeadersAuthenticator(Authenticator? inner, IReadOnlyDictionary<string, Secret> headers) : Authenticator
{
    public static Authenticator? Around(Authenticator? inner, IReadOnlyDictionary<string, Secret> headers) =>
        headers.Count == 0 ? inner : new SecretHeadersAuthenticator(inner, headers);

    public override async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var (name, secret) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, secret.Reveal());
        }

        if (inner is not null)
        {
            await inner.ApplyAsync(request, cancellationToken);
        }
    }

    public override bool Forget() => inner?.Forget() ?? false;

    public override void Withdraw(HttpRequestMessage request)
    {
        foreach (var name in headers.Keys)
        {
            request.Headers.Remove(name);
        }

        inner?.Withdraw(request);
    }
}
