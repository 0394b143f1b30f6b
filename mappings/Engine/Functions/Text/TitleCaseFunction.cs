using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Functions.Text;

internal static class TitleCaseFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "title-case",
        Summary = "Writes a French name in capitals and small letters: particles small, articles and each part of a double name with a capital.",
        Examples =
        [
            new("title-case", "DE LA TOUR", "de La Tour"),
            new("title-case", "D'ORMESSON", "d'Ormesson"),
            new("title-case", "marie-claire", "Marie-Claire"),
            new("title-case", "LE GOFF", "Le Goff"),
            new("title-case", "DUPONT\u0007", "Dupont", "text.control-characters"),
        ],
        Bind = static _ => static (input, _) => Of((string)input),
    };

    public static string Of(string text)
    {
        var letters = text.ToLower(CultureInfo.InvariantCulture).ToCharArray();
        var start = 0;
        for (var i = 0; i <= letters.Length; i++)
        {
            if (i < letters.Length && (char.IsLetterOrDigit(letters[i]) || char.GetUnicodeCategory(letters[i]) == UnicodeCategory.NonSpacingMark))
            {
                continue;
            }

            var word = letters.AsSpan(start, i - start);
            var elided = i < letters.Length && letters[i] is '\'' or '’';
            var particle = word is "de" or "du" or "des" || (elided && word is "d");
            if (word.Length > 0 && !particle)
            {
                word[0] = char.ToUpperInvariant(word[0]);
            }

            start = i + 1;
        }

        return new string(letters);
    }
}
