namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>How many records share a key.</summary>
internal static class KeyCounts
{
    /// <summary>The keys that more than a few records share, in no order.</summary>
    /// <param name="few">So few do not count.</param>
    /// <param name="keys">Of all records.</param>
    /// <param name="all">Whether all keys are counted, or those that were made last.</param>
    /// <param name="options">Threads, and what stops them.</param>
    public static List<(ulong Key, int Records)> Above(int few, RecordKeys keys, bool all, ParallelOptions options)
    {
        var parts = keys.Deal((key, _) => key, all, options);
        var found = new List<(ulong, int)>();
        Parallel.For(0, parts.Count, options, () => (Groups: new KeyGroups(), Own: new List<(ulong, int)>()), (part, _, worker) =>
        {
            var items = parts.Of(part);
            worker.Groups.Find(items, 0);
            for (var i = 0; i < items.Length; i++)
            {
                if (worker.Groups.Sizes[i] > few)
                {
                    worker.Own.Add((items[i], worker.Groups.Sizes[i]));
                }
            }

            return worker;
        }, worker =>
        {
            lock (found)
            {
                found.AddRange(worker.Own);
            }
        });
        return found;
    }
}
