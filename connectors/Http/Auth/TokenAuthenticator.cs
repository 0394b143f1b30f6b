using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Auth;

/// <summary>Holds one token for all requests of a connection, asks for the next a little before it runs out, and once more when the system no longer takes it.</summary>
/// <remarks>A system with a ticket or a grant of its own derives from this and gives <see cref="FetchAsync"/>.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "a semaphore whose wait handle is never asked for holds nothing to free")]
public abstract class TokenAuthenticator(TimeProvider time) : Authenticator
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim asking = new(1);
    private volatile Held? held;

    /// <summary>Asks the system for a token.</summary>
    /// <exception cref="HttpFailureException">It gives none.</exception>
    protected abstract Task<Token> FetchAsync(CancellationToken cancellationToken);

    /// <summary>Puts the token on the request; a bearer token unless a system wants it elsewhere.</summary>
    protected virtual void Put(HttpRequestMessage request, string token) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public sealed override async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Put(request, (held is { } now && now.Until > time.GetUtcNow() ? now : await AskAsync(cancellationToken)).Token.Value);

    public sealed override bool Forget()
    {
        held = null;
        return true;
    }

    private async Task<Held> AskAsync(CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (held is not { } now || now.Until <= time.GetUtcNow())
            {
                var asked = time.GetUtcNow();
                var token = await FetchAsync(cancellationToken);
                var lifetime = token.Lifetime > Margin * 2 ? token.Lifetime - Margin : token.Lifetime / 2;
                held = now = new Held(token, asked + lifetime);
            }

            return now;
        }
        finally
        {
            asking.Release();
        }
    }

    private sealed record Held(Token Token, DateTimeOffset Until);
}
