using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Puts many records into an empty index: normalised and keyed on all cores, numbered in the order they come.</summary>
internal sealed class BulkLoader(MatchIndex index, CancellationToken cancellationToken)
{
    /// <summary>Slots whose keys memory fetches while one is put under its own.</summary>
    private const int KeysAhead = 3;

    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = index.Threads, CancellationToken = cancellationToken };
    private readonly int[] _row = new int[Row.Most];

    /// <exception cref="InvalidOperationException">Two records bear one key, or one part id.</exception>
    public void Load(IEnumerable<(int Part, MatchRecord Record)> records) => Take(records, Post);

    /// <summary>The same, and the keys of all kept instead of listed in the index: what it holds then is solved, and asked no more.</summary>
    /// <exception cref="InvalidOperationException">Two records bear one key.</exception>
    public RecordKeys LoadKeyed(IEnumerable<(int Part, MatchRecord Record)> records)
    {
        Take(records, _ => { });
        var keys = new RecordKeys(index.Slots.Rows(0, index.Slots.End), index.Vocabulary, index.Model.Keys, _options);
        Flag(keys);
        return keys;
    }

    /// <summary>The same for interned records.</summary>
    /// <exception cref="InvalidOperationException">Two records bear one key.</exception>
    public RecordKeys LoadKeyed(InternedRecords records)
    {
        var keys = records.KeysBy(index.Model, _options);
        index.Slots.Take(records);
        Flag(keys);
        return keys;
    }

    private void Take(IEnumerable<(int Part, MatchRecord Record)> records, Action<int> numbered)
    {
        // A wave is normalised while the one before is numbered.
        var before = Task.FromResult<List<(int[] Parts, RowBatch Rows)>>([]);
        foreach (var wave in records.Chunk(RowBatch.Size * 4 * index.Threads))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.ForEach(wave, added => index.Model.Rows.Check(added.Record));
            var next = Task.Run(() => Draft(wave), cancellationToken);
            Settle(before.GetAwaiter().GetResult(), numbered);
            before = next;
        }

        Settle(before.GetAwaiter().GetResult(), numbered);
    }

    private List<(int[] Parts, RowBatch Rows)> Draft((int Part, MatchRecord Record)[] wave)
    {
        var batches = new (int[], RowBatch)[(wave.Length + RowBatch.Size - 1) / RowBatch.Size];
        Parallel.For(0, batches.Length, _options, b =>
        {
            var records = wave.AsSpan(b * RowBatch.Size, Math.Min(RowBatch.Size, wave.Length - (b * RowBatch.Size)));
            var parts = new int[records.Length];
            var rows = new RowBatch(index.Model.Rows, 32 * records.Length, 256 * records.Length);
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = records[i].Part;
                rows.Add(records[i].Record);
            }

            batches[b] = (parts, rows);
        });
        return [.. batches];
    }

    private void Settle(List<(int[] Parts, RowBatch Rows)> wave, Action<int> numbered)
    {
        var first = index.Slots.End;
        foreach (var (parts, rows) in wave)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                if (index.Slots.Find(rows.Record(i).Key) >= 0)
                {
                    throw new InvalidOperationException($"part {parts[i]} has the key of another live part; remove that one first");
                }

                if (index.Slots.Find(parts[i]) >= 0)
                {
                    throw new InvalidOperationException($"part {parts[i]} stands twice");
                }

                index.Slots.Add(parts[i], rows.Record(i).Key, _row.AsSpan(0, rows.Number(i, index.Vocabulary, _row)));
            }
        }

        numbered(first);
    }

    private void Flag(RecordKeys keys)
    {
        for (var slot = 0; slot < keys.Count; slot++)
        {
            Flag(slot, keys.Of(slot));
        }
    }

    private void Flag(int slot, ReadOnlySpan<ulong> keys)
    {
        if (keys.Length == 0)
        {
            index.Slots.Flag(slot, RowFlags.NoUsableKey);
        }
    }

    private void Expect(KeyRun[] runs, int at)
    {
        if (at / RowBatch.Size < runs.Length && at % RowBatch.Size < runs[at / RowBatch.Size].Ends.Length)
        {
            index.Postings.Expect(runs[at / RowBatch.Size].Of(at % RowBatch.Size));
        }
    }

    /// <summary>Puts the slots from one on under their keys.</summary>
    private void Post(int first)
    {
        var runs = new KeyRun[(index.Slots.End - first + RowBatch.Size - 1) / RowBatch.Size];
        Parallel.For(0, runs.Length, _options, r =>
        {
            var start = first + (r * RowBatch.Size);
            runs[r] = KeyRun.Of(index.Slots.Rows(start, Math.Min(index.Slots.End, start + RowBatch.Size)), index.Vocabulary, index.Model.Keys);
        });
        for (var slot = first; slot < index.Slots.End; slot++)
        {
            var keys = runs[(slot - first) / RowBatch.Size].Of((slot - first) % RowBatch.Size);
            Flag(slot, keys);
            Expect(runs, slot - first + KeysAhead);
            foreach (var key in keys)
            {
                index.Postings.Add(key, slot);
            }
        }
    }
}
