using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http;

/// <summary>A source over HTTP: it gives its pages and lets failures fly; this base ends the read with the failure's value.</summary>
public abstract class HttpSource : ISource
{
    private static readonly Failure Repeated = new(FailureKind.Passing, "page.repeated", "The system gave the same page twice in a row; the read goes on from the last one kept.");

    /// <summary>Pages in order, each with the checkpoint that follows it. Any failure is thrown.</summary>
    /// <param name="after">Null reads from the beginning.</param>
    /// <param name="cancellationToken">Stops between pages and inside waits.</param>
    protected abstract IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, CancellationToken cancellationToken);

    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = PagesAsync(after, cancellationToken).GetAsyncEnumerator(cancellationToken);
        IReadOnlyList<SourceRecord> before = [];
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

            if (Repeats(before, pages.Current.Records))
            {
                yield return new SourceRead.Failed(Repeated);
                yield break;
            }

            before = pages.Current.Records;
            yield return new SourceRead.Page(pages.Current);
        }
    }

    public virtual ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    // Otherwise a system that gives a page twice would hide the one in between, or turn in circles for ever.
    private static bool Repeats(IReadOnlyList<SourceRecord> before, IReadOnlyList<SourceRecord> now) =>
        before.Count > 0 && before.Count == now.Count && before.Zip(now).All(pair => pair.First.Key == pair.Second.Key && pair.First.Version == pair.Second.Version);

    // Reading has no single record to park: a request the system refuses is the connection's trouble, which only its architect can mend.
    private static Failure Whole(Failure failure) => failure.Kind == FailureKind.Refused
        ? failure with { Kind = FailureKind.Denied, Detail = failure.Detail + " Check the connection's address and settings." }
        : failure;
}
