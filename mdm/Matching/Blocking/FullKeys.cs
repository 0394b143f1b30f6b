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

    /// <summary>Keys above the cap, and those they become, as long as there are finer parts; with the keys that the records then have.</summary>
    public static (HashSet<ulong> Refined, RecordKeys Keys) Refine(IReadOnlyList<BlockingRule> rules, int cap, RowView[] rows, Vocabulary vocabulary, ParallelOptions options)
    {
        var refined = new HashSet<ulong>();
        var keys = new RecordKeys(rows, vocabulary, new KeyMaker(rules, refined), options);

        // A finer key is had by records alone that had the full one: only these are counted again.
        for (int[] records = [.. Enumerable.Range(0, rows.Length)]; records.Length > 0;)
        {
            var full = Above(cap, keys, records, options).Where(key => !refined.Contains(key)).ToHashSet();
            refined.UnionWith(full);
            records = full.Count == 0 ? [] : [.. keys.Renew(new KeyMaker(rules, refined), full)];
        }

        return (refined, keys);
    }

    private static IEnumerable<ulong> Above(int cap, RecordKeys keys, int[] records, ParallelOptions options)
    {
        var buckets = new int[1 << BucketBits];
        Parallel.ForEach(Partitioner.Create(0, records.Length, Run), options, range =>
        {
            foreach (var record in records.AsSpan(range.Item1..range.Item2))
            {
                foreach (var key in keys.Of(record))
                {
                    Interlocked.Increment(ref buckets[Bucket(key)]);
                }
            }
        });
        var counts = new Dictionary<ulong, int>();
        Parallel.ForEach(Partitioner.Create(0, records.Length, Run), options, () => new Dictionary<ulong, int>(), (range, state, seen) =>
        {
            foreach (var record in records.AsSpan(range.Item1..range.Item2))
            {
                foreach (var key in keys.Of(record))
                {
                    if (buckets[Bucket(key)] > cap)
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _)++;
                    }
                }
            }

            return seen;
        }, seen =>
        {
            lock (counts)
            {
                foreach (var (key, count) in seen)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += count;
                }
            }
        });
        return counts.Where(c => c.Value > cap).Select(c => c.Key);
    }

    private static int Bucket(ulong key) => (int)(key >> (64 - BucketBits));
}
