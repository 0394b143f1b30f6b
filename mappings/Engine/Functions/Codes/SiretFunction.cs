namespace IntegrationHub.Mappings.Engine.Functions.Codes;

internal static class SiretFunction
{
    /// <summary>La Poste has more establishments than keys: for those the plain sum of the digits is a multiple of five.</summary>
    private const string LaPoste = "356000000";

    public static MappingFunction Definition { get; } = new()
    {
        Name = "siret",
        Summary = "A SIRET number with its key checked, by La Poste's own rule for La Poste.",
        Examples =
        [
            new("siret", "732 829 320 00074", "73282932000074"),
            new("siret", "35600000049837", "35600000049837"),
            new("siret", "73282932000075", null, "siret.key"),
            new("siret", "732829320", null, "siret.invalid"),
        ],
        Bind = static _ => static (input, attempt) => Luhn.Digits((string)input) switch
        {
            { Length: 14 } digits => IsRight(digits) ? digits : attempt.Fail("siret.key"),
            _ => attempt.Fail("siret.invalid"),
        },
    };

    private static bool IsRight(string digits) =>
        Luhn.IsRight(digits) || (digits.StartsWith(LaPoste, StringComparison.Ordinal) && digits.Sum(c => c - '0') % 5 == 0);
}
