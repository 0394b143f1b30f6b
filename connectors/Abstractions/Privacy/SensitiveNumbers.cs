namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Finds numbers that have the shape of a NIR or an IBAN in any text, and hides them.</summary>
internal static class SensitiveNumbers
{
    private const byte Star = (byte)'*';

    /// <summary>True when all of the text, but for blanks around it, is such a number.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> text, bool nir, bool bank)
    {
        text = text.Trim((byte)' ');
        return text.Length >= NirShape.Bare
            && (Match(text, nir, bank) == text.Length || (nir && NirShape.IsBare(text)));
    }

    /// <summary>True when such a number stands somewhere in the text.</summary>
    public static bool Any(ReadOnlySpan<byte> text, bool nir, bool bank)
    {
        for (var at = 0; at + NirShape.Full <= text.Length; at++)
        {
            if (Starts(text, at) && Match(text[at..], nir, bank) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Replaces every such number by as many asterisks.</summary>
    /// <returns>False when there is none.</returns>
    public static bool TryMask(ReadOnlySpan<byte> text, bool nir, bool bank, out byte[] masked)
    {
        masked = [];
        for (var at = 0; at + NirShape.Full <= text.Length; at++)
        {
            var length = Starts(text, at) ? Match(text[at..], nir, bank) : 0;
            if (length > 0)
            {
                masked = masked.Length == 0 ? text.ToArray() : masked;
                masked.AsSpan(at, length).Fill(Star);
                at += length - 1;
            }
        }

        return masked.Length > 0;
    }

    private static bool Starts(ReadOnlySpan<byte> text, int at) => at == 0 || !char.IsAsciiLetterOrDigit((char)text[at - 1]);

    private static int Match(ReadOnlySpan<byte> text, bool nir, bool bank) => (char)text[0] switch
    {
        >= '0' and <= '9' when nir => NirShape.Match(text),
        >= 'A' and <= 'Z' or >= 'a' and <= 'z' when bank => IbanShape.Match(text),
        _ => 0,
    };
}
