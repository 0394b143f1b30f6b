using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Ged.Documents;

/// <summary>Reads documents by their last modification, oldest first, then deletions. Each run looks back a little, because an index shows some changes late.</summary>
/// <remarks>A page begins at the instant where the one before ended, not at a count: documents that move to the end meanwhile hide no other.</remarks>
internal abstract class DocumentSource(DocumentSettings settings) : HttpSource
{
    private static readonly Failure Backwards = new(FailureKind.Passing, "page.repeated", "The system answered with documents older than those asked for; the read goes on from the last page kept.");

    private TimeSpan LookBack => TimeSpan.FromMinutes(settings.LookBackMinutes);

    /// <summary>Documents modified at or after an instant, oldest first.</summary>
    /// <param name="from">Null for all.</param>
    /// <param name="skip">How many of them to leave out.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    protected abstract Task<(IReadOnlyList<FoundDocument> Documents, bool More)> ModifiedAsync(DateTimeOffset? from, int skip, CancellationToken cancellationToken);

    /// <summary>Where deletions stand now, before the first read; null when the system tells none.</summary>
    protected abstract Task<string?> DeletionsNowAsync(CancellationToken cancellationToken);

    /// <summary>Deletions after a place, oldest first, and where they stand then. What was told within the look-back may be told again.</summary>
    protected abstract Task<(IReadOnlyList<FoundDocument> Deleted, string Place)> DeletionsAsync(string place, TimeSpan lookBack, CancellationToken cancellationToken);

    protected sealed override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = CheckpointJson.Read<DocumentPlace>(after) ?? new DocumentPlace { Deletions = await DeletionsNowAsync(cancellationToken) };
        var marks = new RecentMarks(place.Recent, LookBack);
        var (from, skip, more) = (From(place), 0, true);
        while (more)
        {
            (var found, more) = await ModifiedAsync(from, skip, cancellationToken);
            if (found.Count == 0)
            {
                break;
            }

            if (from > found[0].At)
            {
                throw new HttpFailureException(Backwards);
            }

            var fresh = found.Where(marks.Add).ToList();
            (from, skip) = found[^1].At > (from ?? DateTimeOffset.MinValue) ? (found[^1].At, 0) : (from, skip + found.Count);
            if (fresh.Count > 0)
            {
                place = Advance(place, marks, fresh, place.Deletions);
                yield return Page(fresh, place);
            }
        }

        if (place.Deletions is { } deletions)
        {
            var (deleted, next) = await DeletionsAsync(deletions, LookBack, cancellationToken);
            var chunks = deleted.Chunk(settings.PageSize).ToList();
            foreach (var chunk in chunks)
            {
                // Only what a page gives is marked with it, and only the last page moves the place: the rest is told again after a stop between them.
                var fresh = chunk.Where(marks.Add).ToList();
                if (fresh.Count > 0)
                {
                    place = Advance(place, marks, [], ReferenceEquals(chunk, chunks[^1]) ? next : deletions);
                    yield return Page(fresh, place);
                }
            }

            if (place.Deletions != next)
            {
                place = place with { Deletions = next };
                yield return Page([], place);
            }
        }
    }

    private DateTimeOffset? From(DocumentPlace place) => place.High is { } high ? DateTimeOffset.FromUnixTimeMilliseconds(high) - LookBack : null;

    private static DocumentPlace Advance(DocumentPlace place, RecentMarks marks, IReadOnlyList<FoundDocument> modified, string? deletions)
    {
        var high = modified.Select(document => document.At.ToUnixTimeMilliseconds()).Append(place.High ?? 0).Max();
        return new DocumentPlace { High = high == 0 ? null : high, Deletions = deletions, Recent = marks.Kept() };
    }

    private static SourcePage Page(IReadOnlyList<FoundDocument> documents, DocumentPlace place) =>
        new([.. documents.Select(document => document.Record)], [], CheckpointJson.Write(place));
}
