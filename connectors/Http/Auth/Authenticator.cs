using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Auth;

/// <summary>Puts a connection's credentials on a request. Called for each try, from several threads; a system with its own way of signing in derives from this.</summary>
public abstract class Authenticator
{
    /// <exception cref="HttpFailureException">A secret cannot be read, or no token is given.</exception>
    public abstract ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>The system answered 401: drops what is held, so that the next request gets new credentials.</summary>
    /// <returns>True when asking again makes sense.</returns>
    public virtual bool Forget() => false;

    /// <summary>The request goes on to another host, which must not see the credentials.</summary>
    public virtual void Withdraw(HttpRequestMessage request) => request.Headers.Authorization = null;
}
