using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Names;

/// <summary>Birth and usage name written together: "DUPONT née MARTIN", "MARTIN épouse DUPONT".</summary>
internal static class MarriedName
{
    public static bool IsMarker(string word) => IsBirthMarker(word) || IsUsageMarker(word);

    /// <returns>Usage is null when the text holds one name only.</returns>
    public static (string? Birth, string? Usage) Of(string text)
    {
        var words = Words.Of(text.Replace("(", " ", StringComparison.Ordinal).Replace(")", " ", StringComparison.Ordinal));
        var at = Array.FindIndex(words, 0, IsMarker);
        if (at <= 0 || at == words.Length - 1)
        {
            return (Words.Join(at == 0 ? words[1..] : at > 0 ? words[..^1] : words), null);
        }

        var (before, after) = (Words.Join(words[..at]), Words.Join(words[(at + 1)..]));
        return IsBirthMarker(words[at]) ? (after, before) : (before, after);
    }

    /// <summary>"NE" without accent or e is left alone: it may be a name.</summary>
    private static bool IsBirthMarker(string word) => word.Length <= 3 && word[0] is 'n' or 'N' && (Fold.Of(word) is "NEE" || word is "né" or "NÉ" or "Né");

    private static bool IsUsageMarker(string word) => word.Length <= 6 && word[0] is 'e' or 'E' or 'é' or 'É' or 'v' or 'V' && Fold.Of(word) is "EPOUSE" or "EPSE" or "EP" or "VEUVE" or "VVE";
}
