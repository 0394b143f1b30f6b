using System.Data.Common;
using System.Runtime.CompilerServices;
using IntegrationHub.Mdm.Registry.Wire;
using IntegrationHub.Mdm.Storage.Providers;
using IntegrationHub.Mdm.Storage.Reading;
using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>The writing face: reads for the page at hand, streams for the rebuild, and commits on one connection of its own.</summary>
internal sealed class RegistryStore(StorageEngine engine, ConnectionNames names) : IRegistryStore, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly PointReads _reads = engine.OpenReads(names);
    private readonly StoredKeys _keys = new(engine);
    private DbConnection? _writer;
    private BulkWriter? _bulk;
    private RegistryContext? _context;

    public async Task<RegistryState> LoadStateAsync(CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var row = await RegistryQueries.State(context).SingleAsync(cancellationToken);
        return new RegistryState(
            row.Epoch, row.Page, (int)row.LastRecord, (int)row.LastPart, row.GoldenCount, row.LastChange, row.LastDecision, row.LastReview, row.IdKey, row.ModelVersion);
    }

    public async Task<long> TakeOverAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var context = engine.OpenRegistry();
            var state = await RegistryQueries.State(context).SingleAsync(cancellationToken);
            var epoch = state.Epoch;
            var raised = await context.State.Where(row => row.Id == 1 && row.Epoch == epoch)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Epoch, epoch + 1), cancellationToken);
            if (raised == 1)
            {
                _keys.Begin(state.LastRecord);
                return epoch + 1;
            }
        }
    }

    public async IAsyncEnumerable<PartRow> ReadLivePartsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        await foreach (var part in RegistryQueries.LiveParts(context).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return RowMapper.Part(part, names[part.Connection]);
        }
    }

    public async IAsyncEnumerable<ScoredPair> ReadPairsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        await foreach (var pair in RegistryQueries.Pairs(context).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var (a, b) = pair.Swapped != 0 ? (pair.Younger, pair.Older) : (pair.Older, pair.Younger);
            yield return new ScoredPair((int)a, (int)b, (int)pair.Weight, unchecked((ulong)pair.Pattern), pair.Vetoed != 0);
        }
    }

    public async IAsyncEnumerable<DecisionRow> ReadDecisionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        await foreach (var decision in RegistryQueries.Decisions(context).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return RowMapper.Decision(decision);
        }
    }

    public async IAsyncEnumerable<byte[]> ReadSuppressedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        await foreach (var hash in RegistryQueries.Suppressions(context).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return hash;
        }
    }

    public async IAsyncEnumerable<int> ReadDoubtfulPartsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var open = RegistryQueries.AllOpenReviews(context).Select(review => new { review.PartA, review.PartB });
        await foreach (var parts in open.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return (int)parts.PartA;
            yield return (int)(parts.PartB ?? parts.PartA);
        }
    }

    public async Task<IReadOnlyList<StoredRecord>> FindRecordsAsync(IReadOnlyCollection<RecordKey> keys, CancellationToken cancellationToken)
    {
        if (_keys.IsWorthLearning)
        {
            await LearnKeysAsync(cancellationToken);
        }

        var asked = _keys.Among(keys);
        var found = asked.Count == 0 ? [] : await _reads.RecordsAsync(asked, cancellationToken);
        _keys.Found(keys.Count, found.Count);
        return found;
    }

    public Task<IReadOnlyList<PartRow>> FindPartsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken) => _reads.PartsAsync(partIds, cancellationToken);

    public Task<IReadOnlyList<GoldenRow>> FindGoldensAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) => _reads.GoldensAsync(ids, cancellationToken);

    public Task<IReadOnlyList<GoldenRow>> FindRetiredAsync(IReadOnlyCollection<GoldenId> into, CancellationToken cancellationToken) => _reads.RetiredAsync(into, cancellationToken);

    public Task<IReadOnlyList<ReviewRow>> FindOpenReviewsAsync(IReadOnlyCollection<int> partIds, CancellationToken cancellationToken) => _reads.OpenReviewsAsync(partIds, cancellationToken);

    public async Task<IReadOnlyList<PartKey>> FindPastMembersAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        var versions = await HistoryReader.VersionsAsync(context, [.. ids.Distinct().Select(id => id.Value)], cancellationToken);
        return [.. versions.Where(version => version.Members.Length > 0).SelectMany(version => RegistryWire.ReadPartKeys(version.Members)).Distinct().Order()];
    }

    public async Task CommitAsync(RegistryCommit commit, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_writer is null)
            {
                _writer = await engine.OpenWriterAsync(cancellationToken);
                _bulk = engine.OpenBulk(_writer);
            }

            // Bulk writing is synchronous work; a thread of its own lets the caller match the next page meanwhile.
            await Task.Run(
                () =>
                {
                    _keys.Add(commit);
                    Commit(commit, cancellationToken);
                },
                CancellationToken.None);
        }
        catch (Exception exception) when (exception is not FencedException)
        {
            // The connection may be broken or half through a COPY: the next page starts on a fresh one.
            await CloseWriterAsync();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await CloseWriterAsync();
        _reads.Dispose();
        _turn.Dispose();
    }

    private async Task LearnKeysAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _keys.LearnAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Commit(RegistryCommit commit, CancellationToken cancellationToken)
    {
        using (var transaction = engine.Begin(_writer!, _bulk!))
        {
            var context = Context(transaction);
            PageWriter.Write(commit, context, _bulk!, cancellationToken);
            transaction.Commit();
            context.Database.UseTransaction(null);
            context.ChangeTracker.Clear();
        }

        engine.AfterCommit(_writer!, commit.Erasures.Count > 0);
    }

    // One for all pages: to make a context costs as much as a hundred rows.
    private RegistryContext Context(DbTransaction transaction)
    {
        if (_context is null)
        {
            _context = engine.OpenOn(_writer!, transaction);
            // The page is one transaction: no savepoints inside it, which not every server knows.
            _context.Database.AutoSavepointsEnabled = false;
        }
        else
        {
            _context.Database.UseTransaction(transaction);
        }

        return _context;
    }

    private async Task CloseWriterAsync()
    {
        _context?.Dispose();
        _context = null;
        _bulk?.Dispose();
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        (_writer, _bulk) = (null, null);
    }
}
