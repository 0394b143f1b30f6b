using IntegrationHub.Mappings.Engine.Places;
using IntegrationHub.Mappings.Engine.Running;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

internal static class BirthPlaceFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "birth-place",
        Summary = "A place of birth from one column: a commune's code or name, a country's code or name; a name that fits several communes is kept as a name.",
        Gives = ValueKind.Place,
        Examples =
        [
            new("birth-place", "14047", "commune: 14047; country: 99100"),
            new("birth-place", "Bayeux (14)", "commune: 14047; label: Bayeux (14); country: 99100"),
            new("birth-place", "99352", "country: 99352"),
            new("birth-place", "Portugal", "label: Portugal; country: 99139"),
            new("birth-place", "GRIJO, GAIA", "label: GRIJO, GAIA"),
            new("birth-place", "99999", null, "country.unknown"),
        ],
        Bind = static _ => static (input, attempt) => Of((string)input, attempt),
    };

    private static object? Of(string text, Attempt attempt)
    {
        if (text.Length == 5 && text.StartsWith("99", StringComparison.Ordinal) && CommuneCode.Read(text) is not null)
        {
            return CountryTable.CodeOf(text) is { } abroad ? new BirthPlace(null, null, abroad) : attempt.Fail("country.unknown");
        }

        if (CommuneCode.Read(text) is { } code)
        {
            return new BirthPlace(code, null, CountryTable.France);
        }

        return CommuneTable.France.Find(text, null, out bool _) is { } found
            ? new BirthPlace(found, text, CountryTable.France)
            : new BirthPlace(null, text, CountryTable.CodeOf(text));
    }
}
