using System.Runtime.CompilerServices;

namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Any source, without the fields its connection forbids.</summary>
internal sealed class PrivateSource(ISource source, ForbiddenFields forbidden) : ISource
{
    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var read in source.ReadAsync(after, cancellationToken))
        {
            if (read is SourceRead.Page(var page))
            {
                var (records, rejected) = PrivateRecords.Clean(page.Records, page.Rejected, forbidden);
                yield return new SourceRead.Page(page with { Records = records, Rejected = rejected });
            }
            else
            {
                yield return read;
            }
        }
    }

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken) => source.CommittedAsync(checkpoint, cancellationToken);
}
