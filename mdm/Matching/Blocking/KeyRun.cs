using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Blocking keys of a run of records, one after the other.</summary>
/// <param name="Keys">Of all records.</param>
/// <param name="Ends">Where those of each end.</param>
internal sealed record KeyRun(ulong[] Keys, int[] Ends)
{
    public static KeyRun Of(ReadOnlySpan<RowView> rows, Vocabulary vocabulary, KeyMaker maker)
    {
        var (made, ends) = (new List<ulong>(16 * rows.Length), new int[rows.Length]);
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        for (var i = 0; i < rows.Length; i++)
        {
            made.AddRange(keys[..maker.Write(rows[i].Span, vocabulary, keys)]);
            ends[i] = made.Count;
        }

        return new KeyRun([.. made], ends);
    }

    public ReadOnlySpan<ulong> Of(int record) => Keys.AsSpan((record == 0 ? 0 : Ends[record - 1])..Ends[record]);

    /// <summary>The records that have one of these keys.</summary>
    public List<int> Having(KeyFilter wanted)
    {
        var found = new List<int>();
        for (var i = 0; i < Ends.Length; i++)
        {
            foreach (var key in Of(i))
            {
                if (wanted.Contains(key))
                {
                    found.Add(i);
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>The same with the keys of some records made anew.</summary>
    public KeyRun Renewed(List<int> records, ReadOnlySpan<RowView> rows, Vocabulary vocabulary, KeyMaker maker)
    {
        var (made, ends, next) = (new List<ulong>(Keys.Length), new int[Ends.Length], 0);
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        for (var i = 0; i < ends.Length; i++)
        {
            var stale = next < records.Count && records[next] == i;
            next += stale ? 1 : 0;
            made.AddRange(stale ? keys[..maker.Write(rows[i].Span, vocabulary, keys)] : Of(i));
            ends[i] = made.Count;
        }

        return new KeyRun([.. made], ends);
    }
}
