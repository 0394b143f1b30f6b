namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>The French social security number: sex, year, month, département, commune, order, and a key of 97 minus the rest of the division by 97.</summary>
/// <remarks>Months above 12 are INSEE's for an unknown month; Corsica's 2A and 2B count as 19 and 18. NIA and NNP begin with 3, 4, 7 or 8.</remarks>
internal static class NirShape
{
    /// <summary>With its key: 15 characters, single separators between them allowed.</summary>
    public const int Full = 15;

    /// <summary>Without its key; trusted only when it is all the text there is.</summary>
    public const int Bare = 13;

    /// <summary>Length of the number that starts here, separators included; 0 for none.</summary>
    public static int Match(ReadOnlySpan<byte> text)
    {
        Span<byte> digits = stackalloc byte[Full];
        var count = 0;
        var at = 0;
        for (; at < text.Length && count < Full; at++)
        {
            var letter = text[at];
            if (IsDigit(letter) || (count == 6 && (letter | 0x20) is (byte)'a' or (byte)'b'))
            {
                digits[count++] = letter;
            }
            else if (count == 0 || letter is not ((byte)' ' or (byte)'.' or (byte)'-') || !(IsDigit(text[at - 1]) || IsLetter(text[at - 1])))
            {
                break;
            }
        }

        return count == Full && !Continues(text, at) && IsNumber(digits[..Bare], 12, 20) && HasKey(digits) ? at : 0;
    }

    /// <summary>True when the whole text is a number without its key, with a real month.</summary>
    public static bool IsBare(ReadOnlySpan<byte> text) => text.Length == Bare && (text[0] is (byte)'1' or (byte)'2') && IsNumber(text, 12, int.MaxValue);

    private static bool IsNumber(ReadOnlySpan<byte> digits, int lastMonth, int firstUnknown)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            var corsica = i == 6 && digits[5] == (byte)'2' && (digits[6] | 0x20) is (byte)'a' or (byte)'b';
            if (!IsDigit(digits[i]) && !corsica)
            {
                return false;
            }
        }

        var month = ((digits[3] - '0') * 10) + digits[4] - '0';
        return digits[0] is (byte)'1' or (byte)'2' or (byte)'3' or (byte)'4' or (byte)'7' or (byte)'8'
            && ((month >= 1 && month <= lastMonth) || month >= firstUnknown)
            && digits[5..7] is not [(byte)'0', (byte)'0'];
    }

    private static bool HasKey(ReadOnlySpan<byte> digits)
    {
        long number = 0;
        for (var i = 0; i < Bare; i++)
        {
            number = (number * 10) + (IsDigit(digits[i]) ? digits[i] - '0' : 0);
        }

        if (!IsDigit(digits[6]))
        {
            // 2A counts as 19, 2B as 18: the letter was read as a zero after the 2.
            number -= ((digits[6] | 0x20) == 'a' ? 1L : 2L) * 1_000_000;
        }

        return 97 - (number % 97) == ((digits[13] - '0') * 10) + digits[14] - '0';
    }

    private static bool Continues(ReadOnlySpan<byte> text, int at) => at < text.Length && (IsDigit(text[at]) || IsLetter(text[at]));

    private static bool IsDigit(int letter) => letter is >= '0' and <= '9';

    private static bool IsLetter(int letter) => (letter | 0x20) is >= 'a' and <= 'z';
}
