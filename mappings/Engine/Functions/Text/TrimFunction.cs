namespace IntegrationHub.Mappings.Engine.Functions.Text;

internal static class TrimFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "trim",
        Summary = "Removes spaces at both ends and keeps one between words; blank values and control characters are removed from every value anyway.",
        Examples =
        [
            new("trim", "  rue   des  Lilas ", "rue des Lilas"),
            new("trim", "   ", null),
            new("trim", "Du\0pont", "Dupont", "text.control-characters"),
        ],
        Bind = static _ => static (input, _) => Words.Collapse((string)input),
    };
}
