namespace IntegrationHub.Mappings.Engine.Functions.Codes;

/// <summary>The key of SIREN and SIRET numbers (ISO/IEC 7812-1, annex B).</summary>
internal static class Luhn
{
    public static bool IsRight(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    /// <summary>The digits of a number typed with spaces, dots or hyphens; null when something else stands in it.</summary>
    public static string? Digits(string text)
    {
        var digits = string.Concat(text.Where(c => c is not (' ' or '.' or '-')));
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
