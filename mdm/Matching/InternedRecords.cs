using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Indexing;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching;

/// <summary>Many records as the matcher holds them: rows of numbered values, each distinct value kept once. The records themselves may go.</summary>
/// <remarks>They serve every model of the same fields and junk values: one fitted to them, one trained on them. Numbered from 0 as they come; the number is the part id.</remarks>
/// <param name="model">Says which fields there are and what is junk.</param>
public sealed class InternedRecords(MatchModel model)
{
    private readonly int[] _row = new int[Row.Most];
    private MatchKey[] _keys = new MatchKey[1024];
    private int[] _addresses = new int[1024];
    private (ModelSettings Settings, RecordKeys Keys)? _kept;
    private int _links;

    public int Count { get; private set; }

    internal Vocabulary Vocabulary { get; } = model.NewVocabulary();

    internal RowStore Rows { get; } = new();

    /// <exception cref="ArgumentException">A record was made for a model of other fields.</exception>
    public static InternedRecords Of(MatchModel model, IEnumerable<MatchRecord> records, CancellationToken cancellationToken = default)
    {
        var interned = new InternedRecords(model);
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        foreach (var wave in records.Chunk(RowBatch.Size * 4 * Environment.ProcessorCount))
        {
            // Here, not on the threads below: what is wrong with a record is told by itself.
            Array.ForEach(wave, model.Rows.Check);
            var pages = new PreparedRecords[(wave.Length + RowBatch.Size - 1) / RowBatch.Size];
            Parallel.For(0, pages.Length, options, p => pages[p] = interned.Prepare(wave[(p * RowBatch.Size)..Math.Min(wave.Length, (p + 1) * RowBatch.Size)]));
            Array.ForEach(pages, interned.Add);
        }

        return interned;
    }

    /// <summary>Normalises some records; on any thread, beside <see cref="Add"/> too.</summary>
    /// <exception cref="ArgumentException">A record was made for a model of other fields.</exception>
    public PreparedRecords Prepare(IReadOnlyList<MatchRecord> records) => new(RowBatch.Of(model.Rows, records));

    /// <summary>Numbers records and their values; one thread at a time.</summary>
    public void Add(PreparedRecords records)
    {
        for (var i = 0; i < records.Batch.Count; i++)
        {
            if (Count == _keys.Length)
            {
                Array.Resize(ref _keys, Count * 2);
                Array.Resize(ref _addresses, Count * 2);
            }

            _keys[Count] = records.Batch.Record(i).Key;
            _addresses[Count++] = Rows.Add(_row.AsSpan(0, records.Batch.Number(i, Vocabulary, _row)));
        }
    }

    internal MatchKey Key(int record) => _keys[record];

    internal int Address(int record) => _addresses[record];

    /// <summary>The rows in the order of their numbers.</summary>
    internal RowView[] Views()
    {
        var views = new RowView[Count];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = Rows.View(_addresses[i]);
        }

        return views;
    }

    /// <summary>Keeps the blocking keys by some settings for <see cref="KeysBy"/>.</summary>
    internal void Keep(ModelSettings settings, RecordKeys keys) => _kept = (settings, keys);

    /// <summary>The records' blocking keys by a model, the kept ones where they are the same.</summary>
    internal RecordKeys KeysBy(MatchModel asking, ParallelOptions options) =>
        _kept is var (settings, keys) && keys.Count == Count && ReferenceEquals(settings.Blocking, asking.Settings.Blocking) && settings.RefinedKeys.SetEquals(asking.Settings.RefinedKeys)
            ? keys
            : new RecordKeys(Views(), Vocabulary, asking.Keys, options);

    /// <exception cref="InvalidOperationException">They are being linked.</exception>
    internal void Occupy()
    {
        if (Interlocked.CompareExchange(ref _links, 1, 0) != 0)
        {
            throw new InvalidOperationException("these records are being linked: one link at a time, or intern them twice");
        }
    }

    internal void Release() => Interlocked.Exchange(ref _links, 0);

    /// <exception cref="ArgumentException">The model reads other fields, or takes other values for junk.</exception>
    internal void RequireFor(MatchModel other)
    {
        if (!ReferenceEquals(model, other) && !model.Settings.ReadsLike(other.Settings))
        {
            throw new ArgumentException($"these records were read for {model.Version}; model {other.Version} has other fields or junk values", nameof(other));
        }
    }
}
