using IntegrationHub.Mappings.Engine.Functions.Text;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions.Names;

internal static class FamilyNameFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "family-name",
        Summary = "A family name with its particle as written, without a form of address; words that stand for no name are refused.",
        Examples =
        [
            new("family-name", "de La  Tour", "de La Tour"),
            new("family-name", "Mme LE GOFF", "LE GOFF"),
            new("family-name", "L’HERBIER", "L'HERBIER"),
            new("family-name", "SNP", null, "name.placeholder"),
            new("family-name", "XXXX", null, "name.placeholder"),
            new("family-name", "DUP0NT", "DUP0NT", "name.digits"),
        ],
        Bind = static _ => static (input, attempt) => Of((string)input, attempt),
    };

    public static string? Of(string text, Attempt attempt)
    {
        var name = Words.Collapse(Civility.Drop(text, bareM: false).Replace('’', '\''));
        if (name is null || NameWords.IsPlaceholder(name))
        {
            attempt.Note("name.placeholder");
            return null;
        }

        if (name.AsSpan().ContainsAnyInRange('0', '9'))
        {
            attempt.Note("name.digits");
        }

        return name;
    }
}
