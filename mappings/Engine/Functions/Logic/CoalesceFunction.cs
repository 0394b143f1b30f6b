namespace IntegrationHub.Mappings.Engine.Functions.Logic;

internal static class CoalesceFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "coalesce",
        Summary = "The first of several columns that is not blank; « a ?? b » is the short way to write it.",
        Takes = ValueKind.Texts | ValueKind.Columns,
        Examples =
        [
            new("coalesce", [null, "0612345678", "0450112233"], "0612345678"),
            new("coalesce", [null, null], null),
            new("coalesce", ["\u0002A", "B"], "A", "text.control-characters"),
        ],
        Bind = static _ => static (input, _) => Array.Find((string?[])input, t => t is not null),
    };
}
