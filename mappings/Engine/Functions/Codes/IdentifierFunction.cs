using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Codes;

internal static class IdentifierFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "identifier",
        Summary = "An identifier in one form: no spaces, padded with zeros on the left where the system pads; what stands for none is refused.",
        Parameters = [new("pad", "Number of characters to reach with zeros.")],
        Examples =
        [
            new("identifier", " 00 123 45", "0012345"),
            new("identifier(pad=8)", "12345", "00012345"),
            new("identifier", "0000000", null, "identifier.placeholder"),
            new("identifier", "néant", null, "identifier.placeholder"),
        ],
        Bind = static args =>
        {
            var pad = args.Number("pad", 0);
            if (pad is < 0 or > 100)
            {
                args.Refuse("pad must be from 0 to 100");
            }

            return (input, attempt) =>
            {
                var text = ((string)input).Replace(" ", "", StringComparison.Ordinal);
                return text.AsSpan().Trim("0-.xX?").IsEmpty || (text.Length < 10 && Fold.Of(text) is "NEANT" or "INCONNU" or "NULL" or "AUCUN")
                    ? attempt.Fail("identifier.placeholder")
                    : text.PadLeft(pad, '0');
            };
        },
    };
}
