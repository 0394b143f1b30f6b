using IntegrationHub.Mappings.Engine.Places;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

internal static class CommuneOfPostcodeFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "commune-of-postcode",
        Summary = "INSEE code of the only commune a postal code serves.",
        Examples =
        [
            new("commune-of-postcode", "69100", "69266"),
            new("commune-of-postcode", "75014", "75114"),
            new("commune-of-postcode", "01400", null, "commune.ambiguous"),
            new("commune-of-postcode", "00001", null, "commune.unknown"),
        ],
        Bind = static _ => static (input, attempt) =>
        {
            var found = CommuneTable.France.ByPostCode((string)input);
            var district = found.FirstOrDefault(c => c.Parent is not null);
            return (found.Count, district) switch
            {
                (0, _) => attempt.Fail("commune.unknown"),
                (1, _) => found[0].Code,
                (2, not null) => district.Code,
                _ => attempt.Fail("commune.ambiguous"),
            };
        },
    };
}
