namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Lets a person prove who they are at a foreign identity provider, and makes a record of what the provider vouches for.</summary>
/// <remarks>
/// The one contract whose records may be <see cref="SourceRecord.Proven"/>: it MUST have checked the provider's signature itself. It MUST refuse a return
/// whose state, nonce, audience, issuer or time is not that of the ticket, and MUST NOT tell claims or tokens in a failure or a log.
/// </remarks>
public interface ISignIn
{
    /// <summary>Where the person's browser goes.</summary>
    ValueTask<SignInStart> BeginAsync(SignInTicket ticket, CancellationToken cancellationToken);

    /// <summary>The browser came back.</summary>
    /// <param name="ticket">The one it was sent away with.</param>
    /// <param name="call">The return as it arrived.</param>
    /// <param name="cancellationToken">Stops waiting for the provider.</param>
    ValueTask<SignInEnd> EndAsync(SignInTicket ticket, IncomingCall call, CancellationToken cancellationToken);
}
