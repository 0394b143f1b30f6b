using System.Numerics;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>The blocking keys of many records, numbered from 0: made on all cores and kept, for making them costs more than reading them.</summary>
internal sealed class RecordKeys
{
    private const int Run = 512;

    /// <summary>Records whose keys come into one part on average, while parts are not too many: some sixteen thousand keys, which a second cache holds beside a table of them.</summary>
    private const int RecordsOfPart = 1024;

    private const int MostPartBits = 12;

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

    /// <summary>Deals keys into parts, equal ones into one.</summary>
    /// <param name="entry">What a key of a record is dealt as.</param>
    /// <param name="all">Whether all keys are dealt, or those that were made last.</param>
    /// <param name="options">Threads, and what stops them.</param>
    public RadixParts Deal(Func<ulong, int, ulong> entry, bool all, ParallelOptions options)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)(Count / RecordsOfPart) | 1), 1, MostPartBits);
        return new RadixParts(_runs.Length, (run, room) =>
        {
            room.Clear();
            _runs[run].Deal(entry, run * Run, all, room);
            return CollectionsMarshal.AsSpan(room);
        }, 1 << bits, 64 - bits, options);
    }

    /// <summary>Makes anew the keys of every record that has one of the given keys. Whether each key made then is had by no record that had it before: not where one had more than there is room for.</summary>
    public bool Renew(KeyMaker maker, IReadOnlySet<ulong> outdated)
    {
        var (filter, cut) = (new KeyFilter(outdated), 0);
        Parallel.For(0, _runs.Length, _options, () => (Keys: new List<ulong>(), Rules: new List<byte>()), (run, _, room) =>
        {
            var stale = _runs[run].Having(filter);
            Interlocked.Add(ref cut, stale.Count(_runs[run].IsCut));
            _runs[run] = _runs[run].Renewed(stale, filter, _rows.AsSpan(run * Run), _vocabulary, maker, room.Keys, room.Rules);
            return room;
        }, _ => { });
        return cut == 0;
    }
}
