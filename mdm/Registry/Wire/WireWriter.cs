using System.Numerics;
using System.Text;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Wire;

/// <summary>Writes Protocol Buffers' wire format into a buffer of its own that is used again and again.</summary>
/// <remarks>As with proto3, a field without a value is left out; fields are written in ascending order, so that equal values give equal bytes.</remarks>
public sealed class WireWriter
{
    private const int Varint = 0;
    private const int Length = 2;
    private byte[] _bytes = new byte[1024];
    private int _count;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _count);

    public void Clear() => _count = 0;

    public void Text(int field, string? value)
    {
        if (value is not null)
        {
            Tag(field, Length);
            Bare(value);
        }
    }

    public void Texts(int field, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Text(field, values[i]);
        }
    }

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, Length);
        Bare((ulong)value.Length);
        Reserve(value.Length);
        value.CopyTo(_bytes.AsSpan(_count));
        _count += value.Length;
    }

    public void Number(int field, long value)
    {
        if (value != 0)
        {
            Tag(field, Varint);
            Bare((ulong)value);
        }
    }

    public void Flag(int field, bool value) => Number(field, value ? 1 : 0);

    /// <summary>Year, month and day in one number; 0 stands for an unknown month or day.</summary>
    public void Date(int field, PartialDate? date)
    {
        if (date is { } known)
        {
            Number(field, (known.Year << 9) | ((known.Month ?? 0) << 5) | (known.Day ?? 0));
        }
    }

    public void Day(int field, DateOnly? day) => Number(field, day is { } known ? known.DayNumber + 1 : 0);

    /// <summary>Microseconds since year 1 in UTC, plus one: nothing finer is kept anywhere.</summary>
    public void Instant(int field, DateTimeOffset? at) => Number(field, at is { } known ? (known.UtcTicks / TimeSpan.TicksPerMicrosecond) + 1 : 0);

    public void Message<T>(int field, T value, Action<WireWriter, T> write)
    {
        Tag(field, Length);
        var start = Open();
        write(this, value);
        Close(start);
    }

    public void Messages<T>(int field, IReadOnlyList<T> values, Action<WireWriter, T> write)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Message(field, values[i], write);
        }
    }

    /// <summary>A number without a tag, for forms that are lists of one shape.</summary>
    public void Bare(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _bytes[_count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[_count++] = (byte)value;
    }

    /// <summary>A signed number without a tag, small ones short (zigzag).</summary>
    public void BareSigned(long value) => Bare((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>A text without a tag.</summary>
    public void Bare(string value)
    {
        var most = value.Length * 3;
        Reserve(most + 5);
        if (most < 0x80)
        {
            var bytes = Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_count + 1));
            _bytes[_count] = (byte)bytes;
            _count += bytes + 1;
            return;
        }

        var start = Open();
        _count += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_count));
        Close(start);
    }

    private void Tag(int field, int type) => Bare((uint)((field << 3) | type));

    private int Open()
    {
        Reserve(1);
        return ++_count;
    }

    // The length stands before what it measures: one byte is kept for it, more are made room for.
    private void Close(int start)
    {
        var length = _count - start;
        var size = Math.Max(1, (BitOperations.Log2((uint)length) / 7) + 1);
        if (size > 1)
        {
            Reserve(size);
            _bytes.AsSpan(start, length).CopyTo(_bytes.AsSpan(start + size - 1));
        }

        _count = start - 1;
        Bare((ulong)length);
        _count += length;
    }

    private void Reserve(int count)
    {
        if (_count + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + count));
        }
    }
}
