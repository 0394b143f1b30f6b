namespace IntegrationHub.Mappings.Engine.Functions.Contacts;

/// <summary>French numbering (ARCEP's plan): ten digits at home, country codes of the overseas territories, E.164 abroad.</summary>
internal static class PhoneNumber
{
    /// <summary>E.164 form of a number as typed in France or, for numbers without a leading zero, in <paramref name="region"/>; null when it is none.</summary>
    public static string? Normalize(ReadOnlySpan<char> text, string region)
    {
        Span<char> digits = stackalloc char[20];
        var count = 0;
        var plus = text.TrimStart().StartsWith("+", StringComparison.Ordinal);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count == digits.Length)
                {
                    return null;
                }

                digits[count++] = c;
            }
            else if (char.IsLetter(c))
            {
                return null;
            }
        }

        ReadOnlySpan<char> number = digits[..count];
        if (!plus && number.StartsWith("00", StringComparison.Ordinal) && count > 10)
        {
            plus = true;
            number = number[2..];
        }

        if (plus)
        {
            return Abroad(number);
        }

        return number switch
        {
            ['0', >= '1' and <= '9', ..] when count == 10 => AtHome(number[1..]),
            ['3', '3', >= '1' and <= '9', ..] when count == 11 => AtHome(number[2..]),
            ['3', '3', '0', >= '1' and <= '9', ..] when count == 12 => AtHome(number[3..]),
            _ when Local(number, region) is { } local => local,
            [>= '1' and <= '9', ..] when count == 9 => AtHome(number), // a spreadsheet ate the zero
            _ => null,
        };
    }

    private static string? Abroad(ReadOnlySpan<char> number)
    {
        if (number.StartsWith("33", StringComparison.Ordinal))
        {
            var rest = number[2..].TrimStart('0');
            return rest.Length == 9 ? AtHome(rest) : null;
        }

        return number.Length is >= 8 and <= 15 && number[0] != '0' ? string.Concat("+", number) : null;
    }

    /// <param name="nine">The nine digits behind the leading zero.</param>
    private static string AtHome(ReadOnlySpan<char> nine) => nine[..3] switch
    {
        "262" or "263" or "269" or "639" or "692" or "693" => string.Concat("+262", nine),
        "590" or "690" or "691" => string.Concat("+590", nine),
        "594" or "694" => string.Concat("+594", nine),
        "596" or "696" or "697" => string.Concat("+596", nine),
        "508" => string.Concat("+", nine),
        _ => string.Concat("+33", nine),
    };

    private static string? Local(ReadOnlySpan<char> number, string region) => (region, number.Length) switch
    {
        ("NC", 6) => string.Concat("+687", number),
        ("PF", 8) => string.Concat("+689", number),
        ("WF", 6) => string.Concat("+681", number),
        ("PM", 6) => string.Concat("+508", number),
        _ => null,
    };
}
