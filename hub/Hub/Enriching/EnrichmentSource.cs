using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Enriching;

/// <summary>An enricher read like any source: it follows the change log, asks about whoever's asked attributes changed, and gives the answers as records.</summary>
/// <remarks>The checkpoint is a place in the log. What was asked is remembered by the stored answers themselves, so a run that is read again asks only what is
/// missing. From no checkpoint at all everything is asked anew, by as many runs as that takes: until then the checkpoint says since when. Each person is read again just before the question leaves: nobody restricted or erased meanwhile is asked about.</remarks>
/// <param name="connection">Name of the connection.</param>
/// <param name="inquiry">Whom it asks about what.</param>
public sealed class EnrichmentSource(string connection, Inquiry inquiry) : ISource
{
    // Answers are handed on in pages, so that a hub that is killed has few to ask for again.
    private const int Page = 250;

    /// <summary>Changes of the log looked at together.</summary>
    public int Batch { get; init; } = 1000;

    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = await StartAsync(after, cancellationToken);
        var since = from.Since;
        var end = await inquiry.Registry.FindLastChangeAsync(cancellationToken);
        var found = new PeopleToAsk(connection, inquiry);
        var round = new AskingRound(inquiry, connection, since);
        for (var at = from.At; at.Sequence < end;)
        {
            // Not past the end: somebody read earlier in this run, whom a change made since concerns, is for the next run.
            var changes = (await inquiry.Registry.ReadChangesAsync(at.Sequence, Batch, cancellationToken)).TakeWhile(change => change.Sequence <= end).ToList();
            if (changes.Count == 0)
            {
                yield break;
            }

            foreach (var ids in found.Among(changes).Chunk(Page))
            {
                var (records, rejected, failure) = await round.AskAsync(await found.ReadAsync(ids, cancellationToken), cancellationToken);
                if (records.Count + rejected.Count > 0)
                {
                    // The place in the log stays until all of the batch are asked about; whoever was is not asked about again.
                    yield return new SourceRead.Page(new SourcePage(records, rejected, new Checkpoint(new AskingPlace(at, since).ToString())) { Progress = (double)at.Sequence / end });
                }

                if (failure is not null)
                {
                    yield return new SourceRead.Failed(failure);
                    yield break;
                }
            }

            at = FeedCursor.After(changes[^1]);
            yield return new SourceRead.Page(new SourcePage([], [], new Checkpoint(new AskingPlace(at, at.Sequence < end ? since : 0).ToString())) { Progress = (double)at.Sequence / end });
        }
    }

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    // After a restore the log holds something else at that place: all of it is read again, and stored answers say what need not be asked.
    private async Task<AskingPlace> StartAsync(Checkpoint? after, CancellationToken cancellationToken)
    {
        var place = after is { } given ? AskingPlace.Parse(given.Value) : new AskingPlace(FeedCursor.Start, AskingPlace.Instant(inquiry.Clock.GetUtcNow()));
        return place.At.Sequence > 0 && await inquiry.Registry.ReadChangesAsync(place.At.Sequence - 1, 1, cancellationToken) is [var change] && FeedCursor.After(change) == place.At
            ? place
            : place with { At = FeedCursor.Start };
    }
}
