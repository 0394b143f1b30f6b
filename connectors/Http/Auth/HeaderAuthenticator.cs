using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Auth;

/// <summary>A key or token in one header.</summary>
internal sealed class HeaderAuthenticator(string name, string prefix, Secret key) : Authenticator
{
    public override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, prefix.Length == 0 ? key.Reveal() : $"{prefix} {key.Reveal()}");
        return ValueTask.CompletedTask;
    }

    public override void Withdraw(HttpRequestMessage request) => request.Headers.Remove(name);
}
