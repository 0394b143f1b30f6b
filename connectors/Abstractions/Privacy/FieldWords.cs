using System.Globalization;
using System.Text;

namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Cuts a field's name into words: <c>N° Sécurité_socialeMère</c> is n, securite, sociale, mere.</summary>
internal static class FieldWords
{
    public static List<string> Split(ReadOnlySpan<char> name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var plain = name.ToString().Normalize(NormalizationForm.FormD);
        for (var i = 0; i < plain.Length; i++)
        {
            var letter = plain[i];
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!char.IsLetterOrDigit(letter) || (word.Length > 0 && StartsWord(plain, i)))
            {
                Close(words, word);
            }

            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
        }

        Close(words, word);
        return words;
    }

    // Between a lower and an upper case letter, before the last capital of a row (IBANClient), and between letters and digits.
    private static bool StartsWord(string text, int at)
    {
        var (before, letter) = (text[at - 1], text[at]);
        return (char.IsUpper(letter) && char.IsLower(before))
            || (char.IsUpper(letter) && char.IsUpper(before) && at + 1 < text.Length && char.IsLower(text[at + 1]))
            || (char.IsLetterOrDigit(before) && char.IsDigit(letter) != char.IsDigit(before));
    }

    private static void Close(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
