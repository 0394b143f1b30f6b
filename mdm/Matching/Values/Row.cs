using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>A record as the matcher holds it: one array of numbers. Header of eight words (where each field ends, flags, which fields say anything), then the values.</summary>
/// <remarks>Dates are packed as year × 10000 + month × 100 + day, 0 for unknown parts; sex is 1 or 2; identifiers carry "verified" in the lowest bit.</remarks>
internal static class Row
{
    public const int Header = 8;

    /// <summary>Values of one field kept; a person with more says nothing new by them.</summary>
    public const int MaxValues = 12;

    /// <summary>Words of the longest row.</summary>
    public const int Most = Header + byte.MaxValue;

    private const int FlagsAt = Fields.Count;

    private const int PresenceAt = Header - 1;

    public static ReadOnlySpan<int> Get(ReadOnlySpan<int> row, Field field)
    {
        Debug.Assert(row.Length >= Header && row.Length == LengthOf(row));
        ref var words = ref MemoryMarshal.GetReference(row);
        ref var ends = ref Unsafe.As<int, byte>(ref words);
        int from = field == Field.BirthName ? (byte)0 : Unsafe.Add(ref ends, (int)field - 1);
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref words, Header + from), Unsafe.Add(ref ends, (int)field) - from);
    }

    /// <summary>How many values a field has.</summary>
    public static int CountOf(ReadOnlySpan<int> row, Field field)
    {
        ref var ends = ref Unsafe.As<int, byte>(ref MemoryMarshal.GetReference(row));
        return Unsafe.Add(ref ends, (int)field) - (field == Field.BirthName ? (byte)0 : Unsafe.Add(ref ends, (int)field - 1));
    }

    /// <summary>The values of neighbouring fields, one after the other.</summary>
    public static ReadOnlySpan<int> Get(ReadOnlySpan<int> row, Field first, Field last)
    {
        ref var words = ref MemoryMarshal.GetReference(row);
        ref var ends = ref Unsafe.As<int, byte>(ref words);
        int from = first == Field.BirthName ? (byte)0 : Unsafe.Add(ref ends, (int)first - 1);
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref words, Header + from), Unsafe.Add(ref ends, (int)last) - from);
    }

    /// <summary>Whether a field of both holds one value.</summary>
    public static bool Share(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Field field)
    {
        var others = Get(b, field);
        foreach (var x in Get(a, field))
        {
            foreach (var y in others)
            {
                if (x == y)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A bit for each field that says something.</summary>
    public static uint PresenceOf(ReadOnlySpan<int> row) => (uint)row[PresenceAt];

    public static uint Bits(Field first, Field last) => (uint)((1UL << ((int)last + 1)) - (1UL << (int)first));

    /// <summary>Words of a whole row whose header is given.</summary>
    public static int LengthOf(ReadOnlySpan<int> header) => Header + MemoryMarshal.AsBytes(header[..Header])[Fields.Count - 1];

    public static RowFlags FlagsOf(ReadOnlySpan<int> row) => (RowFlags)Unsafe.Add(ref Unsafe.As<int, byte>(ref MemoryMarshal.GetReference(row)), FlagsAt);

    /// <summary>Whether the status of either record leaves every link to a steward.</summary>
    public static bool IsForReview(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => ((FlagsOf(a) | FlagsOf(b)) & (RowFlags.ReviewOnly | RowFlags.Couple)) != RowFlags.None;

    public static void SetFlags(Span<int> row, RowFlags flags) => MemoryMarshal.AsBytes(row[..Header])[FlagsAt] = (byte)flags;

    public static void SetFlags(RowView row, RowFlags flags) => SetFlags(row.Words.AsSpan(row.Start, row.Length), flags);

    /// <summary>Builds a row from the values of each field, in the order of <see cref="Field"/>, and says how many words it takes.</summary>
    public static int Build(ReadOnlySpan<int> values, ReadOnlySpan<byte> ends, RowFlags flags, Span<int> row)
    {
        row[..Header].Clear();
        var bytes = MemoryMarshal.AsBytes(row[..Header]);
        ends.CopyTo(bytes);
        bytes[FlagsAt] = (byte)flags;
        values.CopyTo(row[Header..]);
        uint presence = 0;
        for (var f = 0; f < Fields.Count; f++)
        {
            presence |= ends[f] > (f == 0 ? 0 : ends[f - 1]) ? 1u << f : 0;
        }

        row[PresenceAt] = (int)presence;
        return Header + values.Length;
    }

    /// <summary>Moves a row from a layer in front of <paramref name="target"/> into it.</summary>
    public static int[] Settle(int[] row, Vocabulary layer, Vocabulary target)
    {
        for (var f = 0; f < Fields.Count; f++)
        {
            var domain = Fields.DomainOf((Field)f);
            if (domain == Domain.None)
            {
                continue;
            }

            var found = Get(row, (Field)f);
            var values = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(found), found.Length);
            var shift = domain == Domain.Identifier ? 1 : 0;
            foreach (ref var value in values)
            {
                var id = value >> shift;
                if (id >= ValueTable.LocalBase)
                {
                    value = (target[domain].Intern(layer[domain].Text(id)) << shift) | (value & shift);
                }
            }
        }

        return row;
    }
}
