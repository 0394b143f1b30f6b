using IntegrationHub.Mappings.Engine.Functions.Text;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Functions.Names;

internal static class SexFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "sex",
        Summary = "Sex from the codes and words of French and English files: M/F, H/F, 1/2 (civil registry), male/female, Homme/Femme, or a form of address.",
        Gives = ValueKind.Sex,
        Examples =
        [
            new("sex", "F", "female"),
            new("sex", "Homme", "male"),
            new("sex", "2", "female"),
            new("sex", "Mlle", "female"),
            new("sex", "unspecified", "unspecified"),
            new("sex", "3", null, "sex.unknown-code"),
        ],
        Bind = static _ => static (input, attempt) => Of((string)input) ?? attempt.Fail("sex.unknown-code"),
    };

    public static object? Of(string text) => text.Length > 15 ? null : Fold.Of(text) switch
    {
        "M" or "H" or "1" or "MALE" or "HOMME" or "MASCULIN" or "GARCON" or "MAN" => Sex.Male,
        "F" or "2" or "FEMALE" or "FEMME" or "FEMININ" or "FILLE" or "WOMAN" => Sex.Female,
        "UNSPECIFIED" or "INDETERMINE" or "I" or "0" or "9" or "X" or "U" or "UNKNOWN" or "OTHER" => Sex.Unspecified,
        _ => Civility.SexOf(text),
    };
}
