using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Auth;

/// <summary>Reads a secret where it is used, so that a renewed one is taken at once.</summary>
public static class Secrets
{
    /// <exception cref="HttpFailureException">It cannot be read: denied, naming the reference.</exception>
    public static string Reveal(this Secret secret) => secret.TryReveal(out var value) ? value : throw new HttpFailureException(secret.Missing);
}
