using IntegrationHub.Mappings.Engine.Functions.Text;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Functions.Names;

internal static class CivilitySexFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "civility-sex",
        Summary = "The sex told by the form of address at the head of a text; nothing for a couple, a title, or no form of address.",
        Gives = ValueKind.Sex,
        Examples =
        [
            new("civility-sex", "Mme DUPONT Marie", "female"),
            new("civility-sex", "Monsieur", "male"),
            new("civility-sex", "DUPONT Marie", null),
            new("civility-sex", "M. et Mme DUPONT", null, "civility.couple"),
        ],
        Bind = static _ => static (input, attempt) =>
        {
            var words = Words.Of((string)input);
            if (words.Length > 2 && Fold.Of(words[1]) is "ET" or "OU" && Civility.SexOf(words[0]) is not null)
            {
                return attempt.Fail("civility.couple");
            }

            return words.Length > 0 && Civility.SexOf(words[0]) is { } sex and not Sex.Unspecified ? sex : null;
        },
    };
}
