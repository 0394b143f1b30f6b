using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Names;

internal static class DropCivilityFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "drop-civility",
        Summary = "Removes forms of address before a name: M., Mme, Mlle, Monsieur, Dr, Me…",
        Examples =
        [
            new("drop-civility", "Mme le Dr DUPONT", "le Dr DUPONT"),
            new("drop-civility", "M. Paul Martin", "Paul Martin"),
            new("drop-civility", "Madame", null, "name.placeholder"),
        ],
        Bind = static _ => static (input, attempt) =>
        {
            var name = Civility.Drop((string)input, bareM: true);
            return Civility.Is(name) ? attempt.Fail("name.placeholder") : Words.Collapse(name);
        },
    };
}
