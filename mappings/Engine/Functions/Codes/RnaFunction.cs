using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Functions.Codes;

internal static class RnaFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "rna",
        Summary = "An association's RNA number: W and nine digits or capitals.",
        Examples = [new("rna", "w751 234 567", "W751234567"), new("rna", "W12", null, "rna.invalid")],
        Bind = static _ => static (input, attempt) =>
        {
            var rna = ((string)input).Replace(" ", "", StringComparison.Ordinal).ToUpper(CultureInfo.InvariantCulture);
            return rna is ['W', ..] && rna.Length == 10 && rna.All(char.IsAsciiLetterOrDigit) ? rna : attempt.Fail("rna.invalid");
        },
    };
}
