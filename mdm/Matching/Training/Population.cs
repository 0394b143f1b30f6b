using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>The records training looks at, as rows in the order of their keys, so that the order they came in decides nothing.</summary>
internal sealed class Population
{
    private readonly InternedRecords _records;
    private readonly int[] _order;

    /// <exception cref="InvalidOperationException">Two records bear one key.</exception>
    public Population(InternedRecords records)
    {
        _records = records;
        _order = [.. Enumerable.Range(0, records.Count)];
        Array.Sort(_order, (x, y) => records.Key(x).CompareTo(records.Key(y)));
        for (var i = 1; i < _order.Length; i++)
        {
            if (records.Key(_order[i]) == records.Key(_order[i - 1]))
            {
                throw new InvalidOperationException($"records {Math.Min(_order[i], _order[i - 1])} and {Math.Max(_order[i], _order[i - 1])} bear one key: each needs its own");
            }
        }

        var rows = records.Views();
        Rows = [.. _order.Select(i => rows[i])];
    }

    public RowView[] Rows { get; }

    public Vocabulary Vocabulary => _records.Vocabulary;

    public int Count => Rows.Length;

    /// <summary>Positions in an order that has nothing to do with the data and is the same every time.</summary>
    public IReadOnlyList<int> Shuffled() =>
        [.. Enumerable.Range(0, Count).Select(i => (Order: Hash.Combine((ulong)i, 0x5EED), i)).Order().Select(p => p.i)];

    /// <summary>Hash of keys and normalised values, in key order.</summary>
    public string Fingerprint()
    {
        ulong hash = 0;
        for (var i = 0; i < Count; i++)
        {
            var key = _records.Key(_order[i]);
            hash = Text(Text(Text(hash, key.Connection), key.Key), key.Part);
            for (var field = (Field)0; (int)field < Fields.Count; field++)
            {
                hash = Hash.Combine(Row(hash, Rows[i], field), 0xF1E1D);
            }
        }

        return $"{hash:x16}";

        static ulong Text(ulong hash, string text) => Hash.Combine(hash, Hash.Of(MemoryMarshal.AsBytes(text.AsSpan())));
    }

    private ulong Row(ulong hash, RowView row, Field field)
    {
        var domain = Fields.DomainOf(field);
        foreach (var value in Values.Row.Get(row.Span, field))
        {
            hash = Hash.Combine(hash, domain switch
            {
                Domain.None => (ulong)value,
                Domain.Identifier => Hash.Combine(Hash.Of(Vocabulary[domain].Text(value >> 1)), (ulong)(value & 1)),
                _ => Hash.Of(Vocabulary[domain].Text(value)),
            });
        }

        return hash;
    }
}
