using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http;

/// <summary>A contract whose connection cannot be opened: every call answers why.</summary>
internal sealed class FailedContract(Failure failure) : ISource, ISink, IEnricher, IReceiver, ISignIn
{
    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return new SourceRead.Failed(failure);
    }

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<SinkOutcome> WriteAsync(OutgoingRecord record, CancellationToken cancellationToken) => ValueTask.FromResult<SinkOutcome>(new SinkOutcome.Failed(failure));

    public ValueTask<Enrichment> EnrichAsync(EnrichmentQuestion question, CancellationToken cancellationToken) => ValueTask.FromResult<Enrichment>(new Enrichment.Failed(failure));

    public ValueTask<Received> ReceiveAsync(IncomingCall call, CancellationToken cancellationToken) => ValueTask.FromResult<Received>(new Received.Refused(failure));

    public ValueTask<SignInStart> BeginAsync(SignInTicket ticket, CancellationToken cancellationToken) => ValueTask.FromResult<SignInStart>(new SignInStart.Failed(failure));

    public ValueTask<SignInEnd> EndAsync(SignInTicket ticket, IncomingCall call, CancellationToken cancellationToken) => ValueTask.FromResult<SignInEnd>(new SignInEnd.Failed(failure));
}
