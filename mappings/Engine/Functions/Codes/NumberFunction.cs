using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Functions.Codes;

internal static class NumberFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "number",
        Summary = "A number written the French or the English way.",
        Gives = ValueKind.Number,
        Examples =
        [
            new("number", "1 234,50", "1234.50"),
            new("number", "1,234.5", "1234.5"),
            new("number", "-7", "-7"),
            new("number", "douze", null, "number.invalid"),
        ],
        Bind = static _ => static (input, attempt) =>
        {
            var text = ((string)input).Replace(" ", "", StringComparison.Ordinal);
            var comma = text.LastIndexOf(',');
            text = comma > text.LastIndexOf('.')
                ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
                : text.Replace(",", "", StringComparison.Ordinal);
            return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number
                : attempt.Fail("number.invalid");
        },
    };
}
