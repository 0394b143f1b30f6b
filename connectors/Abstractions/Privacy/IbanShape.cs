namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>The IBAN of ISO 13616: country, two check digits, account; the whole is 1 modulo 97. Lengths are those of the SWIFT registry.</summary>
internal static class IbanShape
{
    public const int Shortest = 15;

    private const int Longest = 34;

    private const string Lengths =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28" +
        "IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22" +
        "SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20DZ26MA28SN28CI28CM27MG27ML28BF28BJ28TG28";

    private static readonly byte[] ByCountry = Table();

    /// <summary>Length of the number that starts here, separators included; 0 for none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        var expected = text.Length < Shortest ? 0 : Length(text[0], text[1]);
        if (expected == 0)
        {
            return 0;
        }

        Span<byte> letters = stackalloc byte[Longest];
        var count = 0;
        var at = 0;
        for (; at < text.Length && count < expected; at++)
        {
            if (char.IsAsciiLetterOrDigit((char)text[at]))
            {
                letters[count++] = text[at];
            }
            else if (text[at] is not ((byte)' ' or (byte)'-' or (byte)'.') || !char.IsAsciiLetterOrDigit((char)text[at - 1]))
            {
                return 0;
            }
        }

        var continues = at < text.Length && char.IsAsciiLetterOrDigit((char)text[at]);
        return count == expected && !continues && IsOne(letters[..expected]) ? at : 0;
    }

    private static int Length(byte first, byte second)
    {
        var (a, b) = ((first & ~0x20) - 'A', (second & ~0x20) - 'A');
        return a is >= 0 and < 26 && b is >= 0 and < 26 ? ByCountry[(a * 26) + b] : 0;
    }

    private static byte[] Table()
    {
        var table = new byte[26 * 26];
        for (var i = 0; i < Lengths.Length; i += 4)
        {
            table[((Lengths[i] - 'A') * 26) + Lengths[i + 1] - 'A'] = (byte)(((Lengths[i + 2] - '0') * 10) + Lengths[i + 3] - '0');
        }

        return table;
    }

    private static bool IsOne(ReadOnlySpan<byte> iban)
    {
        var rest = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var letter = iban[(i + 4) % iban.Length];
            rest = char.IsAsciiDigit((char)letter)
                ? ((rest * 10) + letter - '0') % 97
                : ((rest * 100) + (letter & ~0x20) - 'A' + 10) % 97;
        }

        return rest == 1;
    }
}
