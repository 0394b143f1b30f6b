using System.Runtime.InteropServices;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>A record as the matcher holds it: one array of numbers. Header of seven words (where each field ends, flags), then the values.</summary>
/// <remarks>Dates are packed as year × 10000 + month × 100 + day, 0 for unknown parts; sex is 1 or 2; identifiers carry "verified" in the lowest bit.</remarks>
internal static class Row
{
    public const int Header = 7;

    /// <summary>Values of one field kept; a person with more says nothing new by them.</summary>
    public const int MaxValues = 12;

    private const int FlagsAt = Fields.Count;

    public static ReadOnlySpan<int> Get(int[] row, Field field)
    {
        var ends = MemoryMarshal.AsBytes(row.AsSpan(0, Header));
        var from = field == Field.BirthName ? 0 : ends[(int)field - 1];
        return row.AsSpan(Header + from, ends[(int)field] - from);
    }

    public static RowFlags FlagsOf(int[] row) => (RowFlags)MemoryMarshal.AsBytes(row.AsSpan(0, Header))[FlagsAt];

    public static void SetFlags(int[] row, RowFlags flags) => MemoryMarshal.AsBytes(row.AsSpan(0, Header))[FlagsAt] = (byte)flags;

    /// <summary>Builds a row from the values of each field, in the order of <see cref="Field"/>.</summary>
    public static int[] Build(ReadOnlySpan<int> values, ReadOnlySpan<byte> ends, RowFlags flags)
    {
        var row = new int[Header + values.Length];
        ends.CopyTo(MemoryMarshal.AsBytes(row.AsSpan(0, Header)));
        values.CopyTo(row.AsSpan(Header));
        SetFlags(row, flags);
        return row;
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

            var values = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(Get(row, (Field)f)), Get(row, (Field)f).Length);
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
