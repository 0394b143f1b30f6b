using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

internal static class PostcodeFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "postcode",
        Summary = "A French postal code of five digits; a zero lost on the left is put back.",
        Examples =
        [
            new("postcode", "74 000", "74000"),
            new("postcode", "1000", "01000"),
            new("postcode", "F-35000", "35000"),
            new("postcode", "7400X", null, "postcode.invalid"),
            new("postcode", "00000", null, "postcode.invalid"),
        ],
        Bind = static _ => static (input, attempt) => Of((string)input, attempt),
    };

    public static string? Of(string text, Attempt attempt)
    {
        Span<char> digits = stackalloc char[6];
        var count = 0;
        var rest = text.AsSpan();
        rest = rest.StartsWith("F-", StringComparison.OrdinalIgnoreCase) ? rest[2..] : rest;
        var wrong = false;
        foreach (var c in rest)
        {
            if (char.IsAsciiDigit(c) && count < 6)
            {
                digits[count++] = c;
            }
            else
            {
                wrong |= c is not ' ';
            }
        }

        if (count == 4)
        {
            digits[..4].CopyTo(digits[1..]);
            digits[0] = '0';
            count = 5;
        }

        ReadOnlySpan<char> code = digits[..count];
        if (wrong || count != 5 || code.StartsWith("00", StringComparison.Ordinal) || code.StartsWith("99", StringComparison.Ordinal))
        {
            attempt.Note("postcode.invalid");
            return null;
        }

        return code.SequenceEqual(text) ? text : code.ToString();
    }
}
