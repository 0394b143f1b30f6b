namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>How many records share a key.</summary>
internal static class KeyCounts
{
    /// <summary>Of the keys made last those that more than a few records share, in no order.</summary>
    public static List<(ulong Key, int Records)> Above(int few, RecordKeys keys, ParallelOptions options)
    {
        var parts = keys.Deal((key, _) => key, false, options);
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
