using System.Text;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Wire;

/// <summary>Reads what <see cref="WireWriter"/> wrote; fields it is not asked for are skipped, so an older program reads what a newer one wrote.</summary>
/// <exception cref="FormatException">The bytes end too early: they are not such a form.</exception>
public ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _type;

    public readonly bool AtEnd => _at >= _bytes.Length;

    /// <summary>Steps to the next field: its number, or 0 at the end.</summary>
    public int Next()
    {
        if (AtEnd)
        {
            return 0;
        }

        var tag = (int)Bare();
        _type = tag & 7;
        return tag >> 3;
    }

    public long Number() => (long)Bare();

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public PartialDate Date()
    {
        var number = (int)Bare();
        var (month, day) = ((number >> 5) & 15, number & 31);
        return new PartialDate(number >> 9, month == 0 ? null : month, day == 0 ? null : day);
    }

    public DateOnly Day() => DateOnly.FromDayNumber((int)Bare() - 1);

    public DateTimeOffset Instant() => new(((long)Bare() - 1) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>The field as a message of its own.</summary>
    public WireReader Message() => new(Bytes());

    public void Skip()
    {
        if (_type == 0)
        {
            Bare();
        }
        else
        {
            Bytes();
        }
    }

    public ulong Bare()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (AtEnd)
            {
                break;
            }

            var next = _bytes[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("a stored form is cut short");
    }

    public long BareSigned()
    {
        var value = Bare();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ReadOnlySpan<byte> Bytes()
    {
        var length = (int)Bare();
        if (length < 0 || length > _bytes.Length - _at)
        {
            throw new FormatException("a stored form is cut short");
        }

        _at += length;
        return _bytes.Slice(_at - length, length);
    }
}
