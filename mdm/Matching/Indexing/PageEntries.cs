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
        var drafts = Drafts(records);
        var rows = new int[records.Length][];
        Span<int> row = stackalloc int[Row.Most];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = row[..drafts[i].Batch.Number(drafts[i].At, vocabulary, row)].ToArray();
        }

        var entries = new Entry[records.Length];
        Run(Batches(records.Length), b =>
        {
            for (var i = b * Batch; i < Math.Min(records.Length, (b + 1) * Batch); i++)
            {
                entries[i] = Keyed(records[i].Part, records[i].Record.Key, rows[i]);
            }
        });
        return entries;
    }

    /// <summary>The normal forms made ahead, and those still missing.</summary>
    private DraftedRow[] Drafts((int Part, MatchRecord Record)[] records)
    {
        var drafts = Array.ConvertAll(records, added => added.Record.Drafted is { } made && made.Batch.IsOf(index.Model.Rows) && made.IsOf(added.Record) ? made : null!);
        var missing = Enumerable.Range(0, records.Length).Where(i => drafts[i] is null).ToArray();
        Array.ForEach(missing, i => index.Model.Rows.Check(records[i].Record));
        Run(Batches(missing.Length), b =>
        {
            var own = missing.AsSpan(b * Batch, Math.Min(Batch, missing.Length - (b * Batch))).ToArray();
            var batch = RowBatch.Of(index.Model.Rows, Array.ConvertAll(own, i => records[i].Record));
            for (var i = 0; i < own.Length; i++)
            {
                drafts[own[i]] = new DraftedRow(batch, i);
            }
        });
        return drafts;
    }

    private static int Batches(int records) => (records + Batch - 1) / Batch;

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
