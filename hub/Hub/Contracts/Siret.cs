using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Hub.Contracts;

/// <summary>The number of an establishment: fourteen digits, the last one checking the others.</summary>
/// <remarks>Luhn's formula over all digits; establishments of La Poste (SIREN 356000000) have a plain digit sum divisible by five instead (INSEE).</remarks>
public sealed record Siret
{
    private const string LaPoste = "356000000";

    private Siret(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads fourteen digits, with or without spaces.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Siret? siret)
    {
        var digits = text?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        var valid = digits.Length == 14
            && digits.All(char.IsAsciiDigit)
            && digits.Any(digit => digit != '0')
            && (Luhn(digits) % 10 == 0 || (digits.StartsWith(LaPoste, StringComparison.Ordinal) && digits.Sum(digit => digit - '0') % 5 == 0));
        siret = valid ? new Siret(digits) : null;
        return valid;
    }

    /// <exception cref="FormatException">It is not a SIRET, or a digit was mistyped.</exception>
    public static Siret Parse(string? text) => TryParse(text, out var siret)
        ? siret
        : throw new FormatException("a SIRET has fourteen digits and its check digit must fit: look the establishment up on annuaire-entreprises.data.gouv.fr");

    public override string ToString() => Value;

    private static int Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum;
    }
}
