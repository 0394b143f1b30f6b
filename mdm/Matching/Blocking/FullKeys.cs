using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Finds the blocking keys that more records share than the cap allows, on all cores, without a count for each key.</summary>
internal static class FullKeys
{
    /// <summary>Keys are first counted together by so many of their bits: only those of a full bucket can be full themselves.</summary>
    private const int BucketBits = 22;

    private const int Run = 4096;

    /// <summary>Records from which on only some keys are counted to tell what a cap costs.</summary>
    private const int CountedWhole = 1 << 17;

    /// <summary>However many records there are, a key that so few share stays as it is, and its pairs count for nothing: most are of one person.</summary>
    private const int Few = 16;

    /// <summary>Keys above the cap, and those they become, as long as there are finer parts; with the keys that the records then have.</summary>
    /// <param name="rules">The model's.</param>
    /// <param name="cap">Records a key may hold.</param>
    /// <param name="most">Pairs that keys of more than <see cref="Few"/> records may make together, one for each key that two records share: where they are more, the cap falls.</param>
    /// <param name="rows">Records.</param>
    /// <param name="vocabulary">Their values.</param>
    /// <param name="options">Threads.</param>
    public static (HashSet<ulong> Refined, RecordKeys Keys) Refine(IReadOnlyList<BlockingRule> rules, int cap, long most, RowView[] rows, Vocabulary vocabulary, ParallelOptions options)
    {
        var refined = new HashSet<ulong>();
        var keys = new RecordKeys(rows, vocabulary, new KeyMaker(rules, refined), options);
        int[] records = [.. Enumerable.Range(0, rows.Length)];
        cap = Affordable(cap, most, keys, records, options);

        // A finer key is had by records alone that had the full one: only these are counted again.
        while (records.Length > 0)
        {
            var full = Above(cap, keys, records, options).Where(key => !refined.Contains(key)).ToHashSet();
            refined.UnionWith(full);
            records = full.Count == 0 ? [] : [.. keys.Renew(new KeyMaker(rules, refined), full)];
        }

        return (refined, keys);
    }

    /// <summary>The greatest cap under which keys that many share make no more pairs than these, those not counted that fuller ones become; of many records, told from a sample of the keys, which their own bits choose.</summary>
    private static int Affordable(int cap, long most, RecordKeys keys, int[] records, ParallelOptions options)
    {
        var pairs = new long[cap + 1];
        var step = BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, records.Length / CountedWhole));
        foreach (var count in Count(keys, records, key => (key & (step - 1)) == 0, options).Values.Where(count => count > Few && count <= cap))
        {
            pairs[count] += (long)count * (count - 1) / 2 * step;
        }

        var affordable = 0;
        for (var sum = 0L; affordable < cap && (sum += pairs[affordable + 1]) <= most; affordable++)
        {
        }

        return affordable;
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
        return Count(keys, records, key => buckets[Bucket(key)] > cap, options).Where(c => c.Value > cap).Select(c => c.Key);
    }

    /// <summary>How many records share each of some keys.</summary>
    private static Dictionary<ulong, int> Count(RecordKeys keys, int[] records, Func<ulong, bool> counted, ParallelOptions options)
    {
        var counts = new Dictionary<ulong, int>();
        Parallel.ForEach(Partitioner.Create(0, records.Length, Run), options, () => new Dictionary<ulong, int>(), (range, state, seen) =>
        {
            foreach (var record in records.AsSpan(range.Item1..range.Item2))
            {
                foreach (var key in keys.Of(record))
                {
                    if (counted(key))
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
        return counts;
    }

    private static int Bucket(ulong key) => (int)(key >> (64 - BucketBits));
}
