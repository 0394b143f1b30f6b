namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Numbers dealt into parts by their upper bits, on all cores: a part fits a cache, where a table of all would not. In a part they stand in the order of their runs.</summary>
internal sealed class RadixParts
{
    private readonly ulong[] _items;
    private readonly int[] _ends;

    /// <param name="runs">How many runs of numbers there are.</param>
    /// <param name="read">Gives the numbers of a run; asked twice for each, from any thread.</param>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="shift">A number shifted right by so many bits is its part.</param>
    /// <param name="options">Threads; their number never decides the order.</param>
    public RadixParts(int runs, Reader read, int parts, int shift, ParallelOptions options)
    {
        var workers = Math.Clamp(options.MaxDegreeOfParallelism > 0 ? options.MaxDegreeOfParallelism : Environment.ProcessorCount, 1, Math.Max(1, runs));
        var places = new int[workers][];
        ForEach(worker =>
        {
            var (own, room) = (new int[parts], new List<ulong>());
            ForEachRun(worker, run =>
            {
                foreach (var item in read(run, room))
                {
                    own[item >> shift]++;
                }
            });
            places[worker] = own;
        });

        (_ends, var end) = (new int[parts], 0);
        for (var part = 0; part < parts; part++)
        {
            foreach (var own in places)
            {
                (own[part], end) = (end, checked(end + own[part]));
            }

            _ends[part] = end;
        }

        _items = GC.AllocateUninitializedArray<ulong>(end);
        ForEach(worker =>
        {
            var (own, room) = (places[worker], new List<ulong>());
            ForEachRun(worker, run =>
            {
                foreach (var item in read(run, room))
                {
                    _items[own[item >> shift]++] = item;
                }
            });
        });

        void ForEach(Action<int> work) => Parallel.For(0, workers, options, work);

        void ForEachRun(int worker, Action<int> work)
        {
            for (var run = (int)((long)runs * worker / workers); run < (int)((long)runs * (worker + 1) / workers); run++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                work(run);
            }
        }
    }

    /// <param name="run">Which run.</param>
    /// <param name="room">The caller's, to put numbers into that stand nowhere yet.</param>
    public delegate ReadOnlySpan<ulong> Reader(int run, List<ulong> room);

    /// <summary>How many parts there are.</summary>
    public int Count => _ends.Length;

    public int Total => _items.Length;

    /// <summary>Where a part begins among all.</summary>
    public int Start(int part) => part == 0 ? 0 : _ends[part - 1];

    /// <summary>The numbers of a part; the caller may write over them.</summary>
    public Span<ulong> Of(int part) => _items.AsSpan(Start(part).._ends[part]);
}
