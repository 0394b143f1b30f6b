using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions.Contacts;

internal static class PhoneFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "phone",
        Summary = "A phone number in E.164, French by default, overseas numbers under their own country code; of several in one field, the first.",
        Parameters =
        [
            new("region", "Territory whose short local numbers are meant.", Words: ["FR", "NC", "PF", "WF", "PM"]),
            new("other", "What becomes of a number of another country's plan, written without its code; left out by default.", Words: ["as-written"]),
        ],
        Examples =
        [
            new("phone", "06.12.34.56.78", "+33612345678"),
            new("phone", "+33 (0)4 50 11 22 33", "+33450112233"),
            new("phone", "0033612345678", "+33612345678"),
            new("phone", "612345678", "+33612345678"),
            new("phone", "0692 12 34 56", "+262692123456"),
            new("phone", "0590 12 34 56", "+590590123456"),
            new("phone", "0594123456", "+594594123456"),
            new("phone", "0696123456", "+596696123456"),
            new("phone", "0508 41 12 34", "+508411234"),
            new("phone(NC)", "75 12 34", "+687751234"),
            new("phone(PF)", "87 12 34 56", "+68987123456"),
            new("phone", "+41 22 123 45 67", "+41221234567"),
            new("phone", "06 12 34 56 78 / 04 50 11 22 33", "+33612345678", "phone.several"),
            new("phone", "06 00 00 00 00", null, "phone.placeholder"),
            new("phone", "poste 12", null, "phone.invalid"),
            new("phone(other=as-written)", "(919) 555-0134", "(919) 555-0134"),
            new("phone(other=as-written)", "06.12.34.56.78", "+33612345678"),
            new("phone(other=as-written)", "06 12 ** ** 78", null, "phone.invalid"),
            new("phone(other=as-written)", "0000000000", null, "phone.placeholder"),
        ],
        Bind = static args =>
        {
            var region = args.Text("region", "FR");
            var asWritten = args.Text("other") is not null;
            return (input, attempt) => Read((string)input, region, asWritten, attempt);
        },
    };

    private static object? Read(string text, string region, bool asWritten, Attempt attempt)
    {
        var end = text.AsSpan().IndexOfAny('/', ';', ',');
        var number = PhoneNumber.Normalize(text, region);
        if (end >= 0 && number is null && (number = PhoneNumber.Normalize(text.AsSpan(0, end), region)) is not null)
        {
            attempt.Note("phone.several");
        }

        if (number is null && asWritten && IsNumber(text))
        {
            var digits = string.Concat(text.Where(char.IsAsciiDigit));
            return digits.AsSpan(^7..).TrimStart(digits[^1]).IsEmpty ? attempt.Fail("phone.placeholder") : text.Trim();
        }

        return number is null ? attempt.Fail("phone.invalid")
            : number.AsSpan(^8..).TrimStart(number[^1]).IsEmpty ? attempt.Fail("phone.placeholder")
            : number;
    }

    /// <summary>Seven to fifteen digits and what stands between them: a masked number is none.</summary>
    private static bool IsNumber(string text) =>
        text.Count(char.IsAsciiDigit) is >= 7 and <= 15 && text.All(static c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is '+' or '(' or ')' or '.' or '-' or '/');
}
