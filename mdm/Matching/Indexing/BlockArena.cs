namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Small growing lists of numbers in large arrays: blocks of 4, 8, 16… words whose first word holds class and count. Freed blocks are used again.</summary>
internal sealed class BlockArena
{
    private const int ChunkBits = ArrayRoom.Bits;
    private const int CountBits = 26;
    private const int CountMask = (1 << CountBits) - 1;

    private readonly List<int[]> _chunks = [];
    private readonly Stack<int>[] _free = [.. Enumerable.Range(0, 27).Select(_ => new Stack<int>())];
    private int _current = -1;
    private int _used;

    public ReadOnlySpan<int> Read(int address)
    {
        var chunk = _chunks[address >> ChunkBits];
        var at = address & ((1 << ChunkBits) - 1);
        return chunk.AsSpan(at + 1, chunk[at] & CountMask);
    }

    /// <summary>A list of two; its address.</summary>
    public int New(int first, int second)
    {
        var address = Take(0);
        var block = Block(address, 0);
        (block[0], block[1], block[2]) = (2, first, second);
        return address;
    }

    /// <summary>Adds a number; the list's address from now on.</summary>
    public int Append(int address, int value)
    {
        var (size, count) = State(address);
        if (count + 1 == 4 << size)
        {
            var larger = Take(size + 1);
            Block(address, size).CopyTo(Block(larger, size + 1));
            _free[size].Push(address);
            (address, size) = (larger, size + 1);
        }

        var block = Block(address, size);
        block[count + 1] = value;
        block[0] = (size << CountBits) | (count + 1);
        return address;
    }

    /// <summary>Takes a number out once; true when only <paramref name="last"/> is left and the list is gone.</summary>
    public bool Remove(int address, int value, out int last)
    {
        var (size, count) = State(address);
        var block = Block(address, size);
        var at = block.Slice(1, count).IndexOf(value) + 1;
        block[at] = block[count];
        block[0] = (size << CountBits) | (count - 1);
        last = block[1];
        if (count != 2)
        {
            return false;
        }

        _free[size].Push(address);
        return true;
    }

    private (int Size, int Count) State(int address)
    {
        var word = _chunks[address >> ChunkBits][address & ((1 << ChunkBits) - 1)];
        return (word >> CountBits, word & CountMask);
    }

    private Span<int> Block(int address, int size) => _chunks[address >> ChunkBits].AsSpan(address & ((1 << ChunkBits) - 1), 4 << size);

    private int Take(int size)
    {
        if (_free[size].TryPop(out var address))
        {
            return address;
        }

        var words = 4 << size;
        if (words > 1 << ChunkBits)
        {
            _chunks.Add(new int[words]);
            return (_chunks.Count - 1) << ChunkBits;
        }

        if (_current < 0 || _used + words > _chunks[_current].Length)
        {
            _chunks.Add(new int[Math.Max(words, ArrayRoom.Of(_chunks.Count))]);
            (_current, _used) = (_chunks.Count - 1, 0);
        }

        _used += words;
        return (_current << ChunkBits) | (_used - words);
    }
}
