using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Hub.Fakes;

/// <summary>A source over a list, in pages of a fixed count; the checkpoint is the number of records read.</summary>
internal sealed class ListSource(IReadOnlyList<SourceRecord> records, int pageSize = 10) : ISource
{
    private readonly List<string> _committed = [];

    /// <summary>Fails instead of giving the page that starts here.</summary>
    public (int At, Failure Failure)? Fails { get; set; }

    /// <summary>Pieces of input that are no records, all in the first page.</summary>
    public IReadOnlyList<RejectedRecord> Rejected { get; init; } = [];

    public IReadOnlyList<string> Committed => _committed;

    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var at = after is null ? 0 : int.Parse(after.Value); at < records.Count || (at == 0 && Rejected.Count > 0); at += pageSize)
        {
            await Task.Yield();
            if (Fails is { } fails && fails.At <= at)
            {
                yield return new SourceRead.Failed(fails.Failure);
                yield break;
            }

            var page = records.Skip(at).Take(pageSize).ToList();
            yield return new SourceRead.Page(new SourcePage(page, at == 0 ? Rejected : [], new Checkpoint($"{at + pageSize}")));
        }
    }

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        _committed.Add(checkpoint.Value);
        return ValueTask.CompletedTask;
    }
}
