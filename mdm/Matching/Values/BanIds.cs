using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Identifiers of the national address base (BAN, interoperability key): commune, street code and, of a house, its number of five digits with a suffix: <c>01234_0001_00012_bis</c>.</summary>
internal static class BanIds
{
    private const int CommuneLength = 5;

    /// <summary>Writes <c>01234_0001</c> for a street and <c>01234_0001 12BIS</c> for a house, and says the length; 0 for a commune's own, and for all that does not tell which of these it is.</summary>
    public static int Write(string raw, Span<byte> target)
    {
        var text = target[..Fold.Write(raw, target)];
        if (text.IndexOf((byte)' ') != CommuneLength)
        {
            return 0;
        }

        text[CommuneLength] = (byte)'_';
        var end = text.IndexOf((byte)' ');
        var street = text[(CommuneLength + 1)..(end < 0 ? text.Length : end)];
        if (street.SequenceEqual("XXXX"u8) || street.SequenceEqual("0000"u8))
        {
            return 0;
        }

        // A place without numbers stands under the number 99999: it is a street, no house.
        if (end >= 0 && text[(end + 1)..].StartsWith("99999"u8))
        {
            return end;
        }

        if (end < 0)
        {
            return text.Length;
        }

        // The number without its zeros, its suffix run on; the space that is left marks a house.
        var n = end + 1;
        var from = n;
        while (from < text.Length - 1 && text[from] == '0' && text[from + 1] is >= (byte)'0' and <= (byte)'9')
        {
            from++;
        }

        if (text[from] is not (>= (byte)'0' and <= (byte)'9'))
        {
            return 0;
        }

        foreach (var c in text[from..])
        {
            if (c != ' ')
            {
                text[n++] = c;
            }
        }

        return n;
    }

    /// <summary>The identifier of the street in a written one.</summary>
    public static ReadOnlySpan<byte> Street(ReadOnlySpan<byte> written) => written.IndexOf((byte)' ') is >= 0 and var end ? written[..end] : written;
}
