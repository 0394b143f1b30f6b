using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>The SIRET of an establishment: 14 digits with a Luhn key (La Poste's, SIREN 356000000, sum to a multiple of 5 instead).</summary>
[JsonConverter(typeof(SiretConverter))]
public readonly record struct Siret
{
    private const string LaPoste = "356000000";

    private readonly string? digits;

    private Siret(string digits) => this.digits = digits;

    /// <param name="text">Spaces are allowed.</param>
    /// <exception cref="FormatException">Not a SIRET.</exception>
    public static Siret Parse(string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        if (compact.Length != 14 || !compact.All(char.IsAsciiDigit))
        {
            throw new FormatException("A SIRET has 14 digits.");
        }

        if (!HasKey(compact))
        {
            throw new FormatException("This SIRET's control key is wrong: a digit is mistyped.");
        }

        return new Siret(compact);
    }

    public string Siren => digits?[..9] ?? "";

    public override string ToString() => digits ?? "";

    private static bool HasKey(string number)
    {
        if (number.StartsWith(LaPoste, StringComparison.Ordinal) && number.Sum(digit => digit - '0') % 5 == 0)
        {
            return true;
        }

        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var value = (number[^(i + 1)] - '0') * (i % 2 == 0 ? 1 : 2);
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }
}
