namespace IntegrationHub.Mappings.Engine.Functions.Codes;

internal static class SirenFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "siren",
        Summary = "A SIREN number with its key checked; of a SIRET, the first nine digits.",
        Examples =
        [
            new("siren", "732 829 320", "732829320"),
            new("siren", "73282932000074", "732829320"),
            new("siren", "732829321", null, "siren.key"),
            new("siren", "SANS", null, "siren.invalid"),
        ],
        Bind = static _ => static (input, attempt) => Luhn.Digits((string)input) switch
        {
            { Length: 9 or 14 } digits => Luhn.IsRight(digits.AsSpan(0, 9)) ? digits[..9] : attempt.Fail("siren.key"),
            _ => attempt.Fail("siren.invalid"),
        },
    };
}
