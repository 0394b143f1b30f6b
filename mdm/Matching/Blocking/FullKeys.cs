using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Finds the blocking keys that more records share than the cap allows, on all cores, without a count for each key.</summary>
internal static class FullKeys
{
    /// <summary>Keys are first counted together by so many of their bits: only those of a full bucket can be full themselves.</summary>
    private const int BucketBits = 22;

    private const int Run = 4096;

    /// <summary>Keys above the cap, and those they become, as long as there are finer parts.</summary>
    public static HashSet<ulong> Refine(IReadOnlyList<BlockingRule> rules, int cap, RowView[] rows, Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        var refined = new HashSet<ulong>();
        for (var grown = true; grown;)
        {
            var before = refined.Count;
            refined.UnionWith(Above(cap, new KeyMaker(rules, refined), rows, vocabulary, cancellationToken));
            grown = refined.Count > before;
        }

        return refined;
    }

    private static IEnumerable<ulong> Above(int cap, KeyMaker maker, RowView[] rows, Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        var buckets = new int[1 << BucketBits];
        ForEach(rows, maker, vocabulary, () => 0, (key, _) => Interlocked.Increment(ref buckets[Bucket(key)]), _ => { }, cancellationToken);
        var counts = new Dictionary<ulong, int>();
        ForEach(rows, maker, vocabulary, () => new Dictionary<ulong, int>(), (key, seen) =>
        {
            if (buckets[Bucket(key)] > cap)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _)++;
            }
        }, seen =>
        {
            lock (counts)
            {
                foreach (var (key, count) in seen)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += count;
                }
            }
        }, cancellationToken);
        return counts.Where(c => c.Value > cap).Select(c => c.Key);
    }

    private static void ForEach<T>(RowView[] rows, KeyMaker maker, Vocabulary vocabulary, Func<T> start, Action<ulong, T> take, Action<T> end, CancellationToken cancellationToken) =>
        Parallel.ForEach(Partitioner.Create(0, rows.Length, Run), new ParallelOptions { CancellationToken = cancellationToken }, start, (range, _, state) =>
        {
            Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
            for (var i = range.Item1; i < range.Item2; i++)
            {
                foreach (var key in keys[..maker.Write(rows[i].Span, vocabulary, keys)])
                {
                    take(key, state);
                }
            }

            return state;
        }, end);

    private static int Bucket(ulong key) => (int)(key >> (64 - BucketBits));
}
