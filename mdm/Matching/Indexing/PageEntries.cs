using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Makes a page's records ready for comparison: normalised and keyed on all cores, numbered in their order between.</summary>
internal sealed class PageEntries(MatchIndex index, Vocabulary vocabulary)
{
    /// <summary>Records that one thread takes at a time; a page of fewer is made by its own thread.</summary>
    private const int Batch = 64;

    /// <param name="records">In the order of their keys.</param>
    public Entry[] Make((int Part, MatchRecord Record)[] records)
    {
        Array.ForEach(records, added => index.Model.Rows.Check(added.Record));
        var batches = new RowBatch[(records.Length + Batch - 1) / Batch];
        Run(batches.Length, b => batches[b] = Draft(records.AsSpan(b * Batch, Math.Min(Batch, records.Length - (b * Batch)))));
        var rows = new int[records.Length][];
        Span<int> row = stackalloc int[Row.Most];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = row[..batches[i / Batch].Number(i % Batch, vocabulary, row)].ToArray();
        }

        var entries = new Entry[records.Length];
        Run(batches.Length, b =>
        {
            for (var i = b * Batch; i < Math.Min(records.Length, (b + 1) * Batch); i++)
            {
                entries[i] = Keyed(records[i].Part, records[i].Record.Key, rows[i]);
            }
        });
        return entries;
    }

    private RowBatch Draft(ReadOnlySpan<(int Part, MatchRecord Record)> records)
    {
        var batch = new RowBatch(index.Model.Rows, 32 * records.Length, 512 + (256 * records.Length));
        foreach (var (_, record) in records)
        {
            batch.Add(record);
        }

        return batch;
    }

    private Entry Keyed(int part, MatchKey key, int[] row)
    {
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        var count = index.Model.Keys.Write(row, vocabulary, keys);
        if (count == 0)
        {
            Row.SetFlags(row, Row.FlagsOf(row) | RowFlags.NoUsableKey);
        }

        return new Entry(part, key, row, keys[..count].ToArray(), index.Slots.Find(part));
    }

    private void Run(int batches, Action<int> make)
    {
        if (batches < 2)
        {
            for (var b = 0; b < batches; b++)
            {
                make(b);
            }
        }
        else
        {
            Parallel.For(0, batches, new ParallelOptions { MaxDegreeOfParallelism = index.Threads }, make);
        }
    }
}
