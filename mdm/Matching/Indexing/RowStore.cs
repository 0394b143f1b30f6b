using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Rows side by side in large arrays: no object of its own for each. The room of a removed row goes to the next of its length.</summary>
internal sealed class RowStore
{
    private const int ChunkBits = ArrayRoom.Bits;
    private const int Mask = (1 << ChunkBits) - 1;

    private readonly List<int[]> _chunks = [];
    private readonly Dictionary<int, Stack<int>> _free = [];
    private int _end;

    public RowView View(int address)
    {
        var chunk = _chunks[address >> ChunkBits];
        var at = address & Mask;
        return new RowView(chunk, at, Row.LengthOf(chunk.AsSpan(at, Row.Header)));
    }

    /// <summary>Tells the processor that a row will be read soon.</summary>
    public void Expect(int address)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_chunks[address >> ChunkBits]), address & Mask);
        Ahead.Fetch(ref first);
        Ahead.Fetch(ref Unsafe.Add(ref first, 16));
    }

    /// <summary>Tells the processor that what is known of a row's values will be read soon; the row itself should have been told of before.</summary>
    /// <remarks>Of the fields in which nearly every record has values of its own.</remarks>
    public void ExpectValues(int address, Vocabulary vocabulary)
    {
        if (Ahead.IsSupported)
        {
            var row = View(address).Span;
            Expect(row, Field.BirthName, vocabulary[Domain.Surname]);
            Expect(row, Field.GivenNames, vocabulary[Domain.GivenName]);
            Expect(row, Field.Email, vocabulary[Domain.Email]);
            Expect(row, Field.Phone, vocabulary[Domain.Phone]);
            Expect(row, Field.Street, vocabulary[Domain.Street]);
        }
    }

    private static void Expect(ReadOnlySpan<int> row, Field field, ValueTable table)
    {
        var values = Row.Get(row, field);
        if (values.Length > 0)
        {
            Ahead.Fetch(in table.Facts(values[0]));
        }
    }

    public int Add(ReadOnlySpan<int> row)
    {
        if (!_free.TryGetValue(row.Length, out var holes) || !holes.TryPop(out var address))
        {
            if (_chunks.Count == 0 || _end - ((_chunks.Count - 1) << ChunkBits) + row.Length > _chunks[^1].Length)
            {
                _chunks.Add(new int[ArrayRoom.Of(_chunks.Count)]);
                _end = (_chunks.Count - 1) << ChunkBits;
            }

            address = _end;
            _end += row.Length;
        }

        row.CopyTo(_chunks[address >> ChunkBits].AsSpan(address & Mask));
        return address;
    }

    public void Remove(int address)
    {
        var length = View(address).Length;
        if (!_free.TryGetValue(length, out var holes))
        {
            _free[length] = holes = [];
        }

        holes.Push(address);
    }
}
