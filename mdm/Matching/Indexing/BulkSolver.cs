using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Clustering;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Scores and partitions a freshly loaded index as a whole: every pair once, every component once. The outcome is that of the same records in pages.</summary>
internal sealed class BulkSolver(MatchIndex index, RecordKeys keys, IProgress<int>? progress, CancellationToken cancellationToken)
{
    private const int Step = 1024;

    /// <summary>Slots whose keys memory fetches while candidates of one are found.</summary>
    private const int KeysAhead = 3;

    /// <summary>The same of the lists that these keys lead to; the keys have come by then.</summary>
    private const int ListsAhead = 1;

    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = index.Threads, CancellationToken = cancellationToken };

    public Resolution Solve()
    {
        if (index.Slots.End == 0)
        {
            return new Resolution([], [], []);
        }

        var pairs = Score();
        index.Slots.Connect(pairs);
        var bound = Bind();
        index.Slots.Connect([bound]);
        var components = new SlotComponents(index.Slots);
        var solved = new ResolvedComponent[components.Count];
        var clusterer = new Clusterer(index.Model.Settings, index.Model.Scorer);
        Parallel.ForEach(Partitioner.Create(0, components.Count, Math.Max(1, Math.Min(Step, components.Count / (8 * index.Threads)))), _options, range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                solved[i] = clusterer.Solve(components.Build(i, index));
            }
        });
        return new Resolution(solved, [.. pairs.Append(bound).SelectMany(run => run.Select(Stored))], []);
    }

    private List<SlotPair>[] Score()
    {
        var found = new List<SlotPair>[(index.Slots.End + Step - 1) / Step];
        var done = 0;
        Parallel.For(0, found.Length, _options, run =>
        {
            var scratch = index.Rent();
            found[run] = Score(run * Step, Math.Min(index.Slots.End, (run + 1) * Step), scratch);
            index.Return(scratch);
            progress?.Report(Math.Min(index.Slots.End, Interlocked.Add(ref done, Step)));
        });
        return found;
    }

    /// <summary>Finds the candidates of some slots first, then scores all of them: memory fetches what will be compared while the pairs before are scored.</summary>
    private List<SlotPair> Score(int first, int end, Scratch scratch)
    {
        Span<int> ends = stackalloc int[Step];
        scratch.Candidates.Clear();
        for (var slot = first; slot < end; slot++)
        {
            Gather(slot, scratch);
            ends[slot - first] = scratch.Candidates.Count;
        }

        var pairs = new List<SlotPair>();
        var candidates = CollectionsMarshal.AsSpan(scratch.Candidates);
        for (var (slot, at) = (first, 0); slot < end; slot++)
        {
            var row = index.Slots.Row(slot).Span;
            for (; at < ends[slot - first]; at++)
            {
                Scratch.Expect(index, candidates, at);
                if (index.Model.Scorer.Reaches(index.Model.Settings.Review, row, index.Slots.Row(candidates[at]).Span, index.Vocabulary, out var score))
                {
                    pairs.Add(new SlotPair(slot, candidates[at], score));
                }
            }
        }

        return pairs;
    }

    private void Gather(int slot, Scratch scratch)
    {
        scratch.Next(index.Slots.End);
        if (slot + KeysAhead < keys.Count)
        {
            index.Postings.Expect(keys.Of(slot + KeysAhead));
            index.Postings.ExpectLists(keys.Of(slot + ListsAhead));
        }

        foreach (var key in keys.Of(slot))
        {
            foreach (var other in index.Postings.Of(key))
            {
                // Lists of a fresh index are in slot order; the later of two slots scores their pair.
                if (other >= slot)
                {
                    break;
                }

                scratch.Add(other, other);
            }
        }
    }

    /// <summary>A pair a decision binds is stored whatever it scores.</summary>
    private List<SlotPair> Bind()
    {
        var bound = new List<SlotPair>();
        foreach (var decision in index.Decisions.All)
        {
            var (a, b) = (index.Slots.Find(decision.A), index.Slots.Find(decision.B));
            if (a >= 0 && b >= 0 && a != b && !index.Slots.AreConnected(a, b) && !bound.Exists(p => (p.A, p.B) == (a, b) || (p.A, p.B) == (b, a)))
            {
                bound.Add(new SlotPair(a, b, index.Model.Scorer.Compare(index.Slots.Row(a).Span, index.Slots.Row(b).Span, index.Vocabulary)));
            }
        }

        return bound;
    }

    private ScoredPair Stored(SlotPair pair)
    {
        var (a, b) = index.Slots.Key(pair.A).CompareTo(index.Slots.Key(pair.B)) < 0 ? (pair.A, pair.B) : (pair.B, pair.A);
        return new ScoredPair(index.Slots.Part(a), index.Slots.Part(b), pair.Score.Weight, pair.Score.Pattern, pair.Score.Vetoed);
    }
}
