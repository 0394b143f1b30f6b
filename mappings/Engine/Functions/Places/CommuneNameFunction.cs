using IntegrationHub.Mappings.Engine.Places;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

internal static class CommuneNameFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "commune-name",
        Summary = "Name of a commune from its INSEE code.",
        Examples = [new("commune-name", "01053", "Bourg-en-Bresse"), new("commune-name", "00000", null, "commune.unknown-code")],
        Bind = static _ => static (input, attempt) =>
            CommuneTable.France.ByCode(CommuneCode.Read((string)input) ?? "")?.Name ?? attempt.Fail("commune.unknown-code"),
    };
}
