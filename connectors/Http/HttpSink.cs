using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http;

/// <summary>A sink over HTTP: it writes and lets failures fly; this base answers with the failure's value.</summary>
public abstract class HttpSink : ISink
{
    /// <summary>Writes or deletes. Any failure is thrown.</summary>
    protected abstract Task<SinkOutcome> PutAsync(OutgoingRecord record, CancellationToken cancellationToken);

    public async ValueTask<SinkOutcome> WriteAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        SinkOutcome? outcome = null;
        var failure = await Failures.CatchAsync(async () => outcome = await PutAsync(record, cancellationToken), cancellationToken);
        return failure is null ? outcome! : new SinkOutcome.Failed(failure);
    }
}
