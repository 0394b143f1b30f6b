using System.Collections.Concurrent;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Indexing;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching;

/// <summary>The compact in-memory index: a projection of the registry, rebuilt at start, changed only by folding an overlay in.</summary>
/// <remarks>One overlay at a time; <see cref="Query"/> may run beside it from any thread.</remarks>
/// <param name="model">The model it scores with.</param>
/// <param name="threads">Threads a page may use; 0 for all cores. Never decides a result.</param>
public sealed class MatchIndex(MatchModel model, int threads = 0) : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly ConcurrentBag<Scratch> _scratches = [];
    private int _overlays;

    /// <summary>Its loading failed on the way: what it holds is not what was committed.</summary>
    private volatile bool _half;

    /// <summary>Stored pairs connected at once.</summary>
    private const int Run = 1 << 20;

    public MatchModel Model => model;

    /// <summary>Records in the index.</summary>
    public int Count => Slots.Count;

    internal int Threads { get; } = threads > 0 ? threads : Environment.ProcessorCount;

    internal SlotStore Slots { get; } = new();

    internal Postings Postings { get; } = new();

    internal DecisionBook Decisions { get; } = new();

    internal Vocabulary Vocabulary { get; init; } = model.NewVocabulary();

    /// <summary>Fills an empty index from committed rows without scoring anything again.</summary>
    /// <exception cref="InvalidOperationException">The index is not empty, an overlay is open, a part or a key stands twice, or a pair names a part that is not there.</exception>
    public void Load(IEnumerable<(int PartId, MatchRecord Record)> records, IEnumerable<ScoredPair> pairs, IEnumerable<PairDecision> decisions)
    {
        _lock.EnterWriteLock();
        try
        {
            Occupy();
        }
        catch
        {
            _lock.ExitWriteLock();
            throw;
        }

        try
        {
            if (Slots.End > 0)
            {
                throw new InvalidOperationException("an index is loaded once, while empty");
            }

            _half = true;
            new BulkLoader(this, CancellationToken.None).Load(records);
            foreach (var run in pairs.Select(Placed).Chunk(Run))
            {
                Slots.Connect([[.. run]]);
            }

            foreach (var decision in decisions)
            {
                Decisions.Add(decision);
            }

            _half = false;
        }
        finally
        {
            _lock.ExitWriteLock();
            Release();
        }
    }

    /// <summary>Fills an empty index, scores every pair once and partitions every component once: what the same records lead to in pages. The index is asked no more afterwards.</summary>
    internal Resolution Solve(IEnumerable<(int PartId, MatchRecord Record)> records, IEnumerable<PairDecision> decisions, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var keys = new BulkLoader(this, cancellationToken).LoadKeyed(records);
        return Solve(keys, decisions, progress, cancellationToken);
    }

    /// <summary>The same for records whose values this index's vocabulary holds already.</summary>
    internal Resolution Solve(InternedRecords records, IEnumerable<PairDecision> decisions, IProgress<int>? progress, CancellationToken cancellationToken) =>
        Solve(new BulkLoader(this, cancellationToken).LoadKeyed(records), decisions, progress, cancellationToken);

    private Resolution Solve(RecordKeys keys, IEnumerable<PairDecision> decisions, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        foreach (var decision in decisions)
        {
            Decisions.Add(decision);
        }

        return new BulkSolver(this, keys, progress, cancellationToken).Solve();
    }

    private SlotPair Placed(ScoredPair pair)
    {
        var (a, b) = (Slots.Find(pair.A), Slots.Find(pair.B));
        return a >= 0 && b >= 0
            ? new SlotPair(a, b, new Comparing.Score(pair.Weight, pair.Pattern, pair.Vetoed))
            : throw new InvalidOperationException($"the stored pair {pair.A}, {pair.B} names a part that is not live; rebuild the pairs by re-evaluating the model");
    }

    /// <summary>Starts a page's overlay. Nothing is seen by <see cref="Query"/> until it is folded in.</summary>
    /// <exception cref="InvalidOperationException">Another overlay is open.</exception>
    public MatchOverlay Begin()
    {
        Occupy();
        return new(this);
    }

    /// <summary>The best candidates at or above the review threshold for a record that is not in the index, best first. It advises; the writer matches again.</summary>
    public IReadOnlyList<(int PartId, int Weight, ulong Pattern, bool Vetoed)> Query(MatchRecord probe, int limit)
    {
        _lock.EnterReadLock();
        try
        {
            RequireWhole();
            var vocabulary = model.NewVocabulary(Vocabulary);
            var row = model.Rows.Write(probe, vocabulary);
            Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
            var count = model.Keys.Write(row, vocabulary, keys);
            var scratch = Rent();
            scratch.Start(Slots.End);
            foreach (var key in keys[..count])
            {
                foreach (var slot in Postings.Of(key))
                {
                    scratch.Add(slot, slot);
                }
            }

            var found = scratch.Compare(this, row, vocabulary)
                .OrderByDescending(f => f.Score.Weight).ThenBy(f => Slots.Key(f.Slot))
                .Take(limit)
                .Select(f => (Slots.Part(f.Slot), f.Score.Weight, f.Score.Pattern, f.Score.Vetoed))
                .ToList();
            Return(scratch);
            return found;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Dispose() => _lock.Dispose();

    internal Scratch Rent() => _scratches.TryTake(out var scratch) ? scratch : new Scratch();

    internal void Return(Scratch scratch) => _scratches.Add(scratch);

    private void Occupy()
    {
        RequireWhole();
        if (Interlocked.CompareExchange(ref _overlays, 1, 0) != 0)
        {
            throw new InvalidOperationException("one overlay at a time: fold or dispose the open one first");
        }
    }

    private void RequireWhole()
    {
        if (_half)
        {
            throw new InvalidOperationException("loading this index failed: make another");
        }
    }

    internal void Release() => Interlocked.Exchange(ref _overlays, 0);

    internal void Fold(Page page)
    {
        _lock.EnterWriteLock();
        try
        {
            Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
            foreach (var slot in page.Hidden)
            {
                foreach (var key in keys[..model.Keys.Write(Slots.Row(slot).Span, Vocabulary, keys)])
                {
                    Postings.Remove(key, slot);
                }

                Slots.Remove(slot);
            }

            var slots = new int[page.Entries.Length];
            for (var i = 0; i < slots.Length; i++)
            {
                var entry = page.Entries[i];
                slots[i] = Slots.Add(entry.Part, entry.Key, Row.Settle(entry.Row, page.Vocabulary, Vocabulary));
                Post(slots[i], entry.Keys);
            }

            Connect(page, slots);
            page.Decisions.Settle(Decisions);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private void Connect(Page page, int[] slots)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            foreach (var edge in page.Entries[i].Edges)
            {
                if (edge.Other >= 0 || ~edge.Other < i)
                {
                    Slots.Connect(slots[i], edge.Other >= 0 ? edge.Other : slots[~edge.Other], edge.Weight, edge.Pattern, edge.Vetoed);
                }
            }
        }

        foreach (var (a, b) in page.Dropped)
        {
            Slots.Disconnect(a, b);
        }

        foreach (var (a, edge) in page.Bound)
        {
            Slots.Connect(a, edge.Other, edge.Weight, edge.Pattern, edge.Vetoed);
        }
    }

    private void Post(int slot, ReadOnlySpan<ulong> keys)
    {
        foreach (var key in keys)
        {
            Postings.Add(key, slot);
        }
    }
}
