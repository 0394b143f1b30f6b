using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Puts many records into an empty index: normalised and keyed on all cores, numbered in the order they come.</summary>
internal sealed class BulkLoader(MatchIndex index, CancellationToken cancellationToken)
{
    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = index.Threads, CancellationToken = cancellationToken };
    private readonly int[] _row = new int[Row.Most];

    /// <exception cref="InvalidOperationException">Two records bear one key.</exception>
    public void Load(IEnumerable<(int Part, MatchRecord Record)> records)
    {
        // A wave is normalised while the one before is numbered.
        var before = Task.FromResult<List<(int[] Parts, RowBatch Rows)>>([]);
        foreach (var wave in records.Chunk(RowBatch.Size * 4 * index.Threads))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.ForEach(wave, added => index.Model.Rows.Check(added.Record));
            var next = Task.Run(() => Draft(wave), cancellationToken);
            Settle(before.GetAwaiter().GetResult());
            before = next;
        }

        Settle(before.GetAwaiter().GetResult());
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

    private void Settle(List<(int[] Parts, RowBatch Rows)> wave)
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

                index.Slots.Add(parts[i], rows.Record(i).Key, _row.AsSpan(0, rows.Number(i, index.Vocabulary, _row)));
            }
        }

        Post(first);
    }

    /// <summary>Puts the slots from one on under their keys.</summary>
    public void Post(int first)
    {
        const int Wave = RowBatch.Size * 64;
        for (; first < index.Slots.End; first += Wave)
        {
            Post(first, Math.Min(first + Wave, index.Slots.End));
        }
    }

    private void Post(int first, int end)
    {
        var keys = new KeyBatch[(end - first + RowBatch.Size - 1) / RowBatch.Size];
        Parallel.For(0, keys.Length, _options, b =>
            keys[b] = new KeyBatch(index, first + (b * RowBatch.Size), Math.Min(end, first + ((b + 1) * RowBatch.Size))));
        for (var slot = first; slot < end; slot++)
        {
            var found = keys[(slot - first) / RowBatch.Size].Of((slot - first) % RowBatch.Size);
            if (found.Length == 0)
            {
                index.Slots.Flag(slot, RowFlags.NoUsableKey);
            }

            foreach (var key in found)
            {
                index.Postings.Add(key, slot);
            }
        }
    }
}
