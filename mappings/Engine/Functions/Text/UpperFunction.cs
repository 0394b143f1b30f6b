using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Functions.Text;

internal static class UpperFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "upper",
        Summary = "Upper case, accents kept.",
        Examples = [new("upper", "Lefèvre", "LEFÈVRE"), new("upper", "Fran\ufffdois", "FRAN\ufffdOIS", "text.damaged")],
        Bind = static _ => static (input, _) => ((string)input).ToUpper(CultureInfo.InvariantCulture),
    };
}
