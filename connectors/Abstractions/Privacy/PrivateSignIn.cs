namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Any sign-in, without the fields its connection forbids. The one wrapper that lets a proof through.</summary>
internal sealed class PrivateSignIn(ISignIn signIn, ForbiddenFields forbidden) : ISignIn
{
    public ValueTask<SignInStart> BeginAsync(SignInTicket ticket, CancellationToken cancellationToken) => signIn.BeginAsync(ticket, cancellationToken);

    public async ValueTask<SignInEnd> EndAsync(SignInTicket ticket, IncomingCall call, CancellationToken cancellationToken)
    {
        var end = await signIn.EndAsync(ticket, call, cancellationToken);
        return end is not SignInEnd.Vouched vouched ? end
            : PrivateRecords.Clean(vouched.Record, forbidden, out var rejected) is { } clean ? vouched with { Record = clean with { Proven = vouched.Record.Proven } }
            : new SignInEnd.Failed(new Failure(FailureKind.Refused, rejected!.Code, "What the provider vouches for cannot be read, so that the forbidden fields in it cannot be found."));
    }
}
