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
    /// <summary>Components that one thread takes at a time.</summary>
    private const int Step = 1024;

    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = index.Threads, CancellationToken = cancellationToken };

    public Resolution Solve()
    {
        if (index.Slots.End == 0)
        {
            return new Resolution([], [], []);
        }

        var pairs = Score();
        pairs = [.. pairs, Bind(pairs)];
        var components = new SlotComponents(index, pairs);
        var solved = new ResolvedComponent[components.Count];
        var clusterer = new Clusterer(index.Model.Settings, index.Model.Scorer);
        Parallel.ForEach(Partitioner.Create(0, components.Count, Math.Max(1, Math.Min(Step, components.Count / (8 * index.Threads)))), _options, range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                solved[i] = clusterer.Solve(components.Build(i), cancellationToken);
            }
        });
        return new Resolution(solved, Stored(pairs), []);
    }

    private List<SlotPair>[] Score()
    {
        var meeting = new MeetingSlots(keys, _options);
        var found = new List<SlotPair>[meeting.Runs];
        var done = 0;
        Parallel.For(0, found.Length, _options, () => new Meetings(), (run, _, room) =>
        {
            meeting.Gather(run, room);
            var (first, end) = meeting.SlotsOf(run);
            found[run] = Score(first, end, room);
            progress?.Report(Interlocked.Add(ref done, end - first));
            return room;
        }, _ => { });
        return found;
    }

    /// <summary>Scores the candidates of some slots: memory fetches what will be compared while the pairs before are scored.</summary>
    private List<SlotPair> Score(int first, int end, Meetings meetings)
    {
        var pairs = new List<SlotPair>();
        var candidates = CollectionsMarshal.AsSpan(meetings.Others);
        for (var (slot, at) = (first, 0); slot < end; slot++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = index.Slots.Row(slot).Span;
            for (; at < meetings.End(slot - first); at++)
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

    /// <summary>A pair a decision binds is stored whatever it scores.</summary>
    private List<SlotPair> Bind(List<SlotPair>[] pairs)
    {
        var missing = new HashSet<(int A, int B)>();
        foreach (var decision in index.Decisions.All)
        {
            var (a, b) = (index.Slots.Find(decision.A), index.Slots.Find(decision.B));
            if (a >= 0 && b >= 0 && a != b)
            {
                missing.Add((Math.Max(a, b), Math.Min(a, b)));
            }
        }

        foreach (var run in missing.Count > 0 ? pairs : [])
        {
            run.ForEach(pair => missing.Remove((pair.A, pair.B)));
        }

        return [.. missing.Select(pair => new SlotPair(pair.A, pair.B, index.Model.Scorer.Compare(index.Slots.Row(pair.A).Span, index.Slots.Row(pair.B).Span, index.Vocabulary)))];
    }

    private ScoredPair[] Stored(List<SlotPair>[] pairs)
    {
        var stored = new ScoredPair[pairs.Sum(run => run.Count)];
        var at = 0;
        foreach (var run in pairs)
        {
            foreach (ref readonly var pair in CollectionsMarshal.AsSpan(run))
            {
                var (a, b) = index.Slots.Key(pair.A).CompareTo(index.Slots.Key(pair.B)) < 0 ? (pair.A, pair.B) : (pair.B, pair.A);
                stored[at++] = new ScoredPair(index.Slots.Part(a), index.Slots.Part(b), pair.Score.Weight, pair.Score.Pattern, pair.Score.Vetoed);
            }
        }

        return stored;
    }
}
