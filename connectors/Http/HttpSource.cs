using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http;

/// <summary>A source over HTTP: it gives its pages and lets failures fly; this base ends the read with the failure's value.</summary>
public abstract class HttpSource : ISource
{
    /// <summary>Pages in order, each with the checkpoint that follows it. Any failure is thrown.</summary>
    /// <param name="after">Null reads from the beginning.</param>
    /// <param name="cancellationToken">Stops between pages and inside waits.</param>
    protected abstract IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, CancellationToken cancellationToken);

    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = PagesAsync(after, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var guard = new PageGuard();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var more = false;
            var failure = await Failures.CatchAsync(async () => more = await pages.MoveNextAsync(), cancellationToken);
            if (failure is not null)
            {
                yield return new SourceRead.Failed(Whole(failure));
                yield break;
            }

            if (!more)
            {
                yield break;
            }

            if (guard.Repeats(pages.Current.Records))
            {
                yield return new SourceRead.Failed(PageGuard.Repeated);
                yield break;
            }

            yield return new SourceRead.Page(pages.Current);
        }
    }

    public virtual ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    // Reading has no single record to park: a request the system refuses is the connection's trouble, which only its architect can mend.
    private static Failure Whole(Failure failure) => failure.Kind == FailureKind.Refused
        ? failure with { Kind = FailureKind.Denied, Detail = failure.Detail + " Check the connection's address and settings." }
        : failure;
}
