using System.Collections.Concurrent;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>The blocking keys of many records, numbered from 0: made on all cores and kept, for making them costs more than reading them.</summary>
internal sealed class RecordKeys
{
    private const int Run = 512;

    private readonly RowView[] _rows;
    private readonly Vocabulary _vocabulary;
    private readonly KeyRun[] _runs;
    private readonly ParallelOptions _options;

    /// <param name="rows">The records in the order of their numbers.</param>
    /// <param name="vocabulary">Their values.</param>
    /// <param name="maker">Makes a record's keys.</param>
    /// <param name="options">Threads, and what stops them.</param>
    public RecordKeys(RowView[] rows, Vocabulary vocabulary, KeyMaker maker, ParallelOptions options)
    {
        (_rows, _vocabulary, _options) = (rows, vocabulary, options);
        _runs = new KeyRun[(rows.Length + Run - 1) / Run];
        Parallel.For(0, _runs.Length, options, run => _runs[run] = KeyRun.Of(rows.AsSpan(run * Run, Math.Min(Run, rows.Length - (run * Run))), vocabulary, maker));
    }

    public int Count => _rows.Length;

    public ReadOnlySpan<ulong> Of(int record) => _runs[record / Run].Of(record % Run);

    /// <summary>Makes anew the keys of every record that has one of the given keys; those records.</summary>
    public IReadOnlyCollection<int> Renew(KeyMaker maker, IReadOnlySet<ulong> outdated)
    {
        var renewed = new ConcurrentBag<int>();
        var filter = new KeyFilter(outdated);
        Parallel.For(0, _runs.Length, _options, run =>
        {
            var stale = _runs[run].Having(filter);
            if (stale.Count > 0)
            {
                _runs[run] = _runs[run].Renewed(stale, _rows.AsSpan(run * Run), _vocabulary, maker);
                stale.ForEach(at => renewed.Add((run * Run) + at));
            }
        });
        return renewed;
    }
}
