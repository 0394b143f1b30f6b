using IntegrationHub.Mappings.Engine.Functions.Text;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Functions.Names;

/// <summary>Forms of address: what stands before a name, and the sex it tells.</summary>
internal static class Civility
{
    public static bool Is(string word) => word.Length <= 13 && Fold.Of(word) is
        "M" or "MR" or "MME" or "MLLE" or "MONSIEUR" or "MADAME" or "MADEMOISELLE" or "MRS" or "MISS" or "MS"
        or "DR" or "DOCTEUR" or "ME" or "MAITRE" or "PR" or "PROFESSEUR";

    /// <summary>The sex a form of address tells; <see cref="Sex.Unspecified"/> for a title, null for any other word.</summary>
    public static Sex? SexOf(string word) => word.Length > 13 ? null : Fold.Of(word) switch
    {
        "M" or "MR" or "MONSIEUR" => Sex.Male,
        "MME" or "MLLE" or "MADAME" or "MADEMOISELLE" or "MRS" or "MISS" or "MS" => Sex.Female,
        "DR" or "DOCTEUR" or "ME" or "MAITRE" or "PR" or "PROFESSEUR" => Sex.Unspecified,
        _ => null,
    };

    /// <summary>The text without the forms of address at its head; never empty.</summary>
    /// <param name="text">A name as typed.</param>
    /// <param name="bareM">Whether a lone M counts: not before a family name alone ("M BAYE" may be M'Baye).</param>
    public static string Drop(string text, bool bareM)
    {
        while (true)
        {
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            if (space <= 0 || space > 13 || !Is(text[..space]) || (!bareM && text[..space] is "M" or "ME" or "PR"))
            {
                return text;
            }

            text = text[(space + 1)..];
        }
    }
}
