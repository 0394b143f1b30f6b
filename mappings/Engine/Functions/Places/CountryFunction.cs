using IntegrationHub.Mappings.Engine.Places;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

internal static class CountryFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "country",
        Summary = "COG code of a country (99100 for France) from its code, ISO code, French or English name.",
        Examples =
        [
            new("country", "99352", "99352"),
            new("country", "FR", "99100"),
            new("country", "PRT", "99139"),
            new("country", "Algérie", "99352"),
            new("country", "Germany", "99109"),
            new("country", "Syldavie", null, "country.unknown"),
        ],
        Bind = static _ => static (input, attempt) => CountryTable.CodeOf((string)input) ?? attempt.Fail("country.unknown"),
    };
}
