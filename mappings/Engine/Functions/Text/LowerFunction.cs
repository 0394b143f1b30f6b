using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Functions.Text;

internal static class LowerFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "lower",
        Summary = "Lower case.",
        Examples = [new("lower", "Newsletter", "newsletter"), new("lower", "FranÃ©ois", "franã©ois", "text.damaged")],
        Bind = static _ => static (input, _) => ((string)input).ToLower(CultureInfo.InvariantCulture),
    };
}
