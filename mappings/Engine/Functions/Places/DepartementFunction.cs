using IntegrationHub.Mappings.Engine.Places;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

internal static class DepartementFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "departement",
        Summary = "Code of a département from its code, its name, or a commune's INSEE code.",
        Examples =
        [
            new("departement", "1", "01"),
            new("departement", "Corse-du-Sud", "2A"),
            new("departement", "97411", "974"),
            new("departement", "Syldavie", null, "departement.unknown"),
        ],
        Bind = static _ => static (input, attempt) =>
            DepartementTable.CodeOf(CommuneCode.Read((string)input) is { } code ? DepartementTable.OfCommune(code) : (string)input)
            ?? attempt.Fail("departement.unknown"),
    };
}
