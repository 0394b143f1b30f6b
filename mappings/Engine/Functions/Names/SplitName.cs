using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Names;

/// <summary>Cuts a single "NOM Prénom" column in two. Capitals tell the family name where only some words bear them; else the order does.</summary>
internal static class SplitName
{
    public static readonly Parameter Order = new(
        "order", "Order of a column written all in one case; nom-prenom by default.", Words: ["nom-prenom", "prenom-nom"]);

    /// <summary>Whether capitals tell the family name, whatever the order.</summary>
    public static bool IsToldByCapitals(string text) =>
        text.AsSpan().IndexOfAny(',', '*') >= 0 || ByCapitals(Words.Of(Civility.Drop(text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal), bareM: true))) is not null;

    public static (string? Family, string? Given) Of(string text, bool givenFirst)
    {
        var name = Civility.Drop(text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal), bareM: true);
        // "DUPONT*JEAN PIERRE/", as the register of deaths writes it.
        name = name.TrimEnd('/', '*', ' ');
        var comma = name.IndexOfAny([',', '*']);
        if (comma > 0)
        {
            return (Words.Collapse(name[..comma]), Words.Collapse(name[(comma + 1)..]));
        }

        var words = Words.Of(name);
        return OtherNameLast(words, givenFirst) ?? ByCapitals(words) ?? (givenFirst ? GivenFirst(words) : FamilyFirst(words));
    }

    /// <summary>"MOREL Marie (née HOAREAU)": the other family name comes last, the given names between the two.</summary>
    private static (string? Family, string? Given)? OtherNameLast(string[] words, bool givenFirst)
    {
        var at = Array.FindIndex(words, MarriedName.IsMarker);
        if (at < 2 || at == words.Length - 1 || Array.FindIndex(words, at + 1, word => !NameWords.IsParticle(word)) != words.Length - 1)
        {
            return null;
        }

        var (family, given) = ByCapitals(words[..at]) ?? (givenFirst ? default : FamilyFirst(words[..at]));
        return family is { Length: > 0 } && given is { Length: > 0 } && NameWords.IsGivenName(Words.Of(given)[0])
            ? (Words.Join([family, .. words[at..]]), given)
            : null;
    }

    private static (string? Family, string? Given)? ByCapitals(string[] words)
    {
        var capitals = Array.ConvertAll(words, IsCapitals);
        var first = Array.IndexOf(capitals, value: true);
        var last = Array.LastIndexOf(capitals, value: true);
        if (first < 0 || Array.TrueForAll(capitals, c => c))
        {
            return null;
        }

        while (first > 0 && IsSmallParticle(words[first - 1]))
        {
            first--;
        }

        return last - first + 1 == words.Length
            ? null
            : (Words.Join(words[first..(last + 1)]), Words.Join([.. words[..first], .. words[(last + 1)..]]));
    }

    private static (string? Family, string? Given) FamilyFirst(string[] words)
    {
        var end = 0;
        while (end < words.Length - 1 && (NameWords.IsParticle(words[end]) || (end > 0 && MarriedName.IsMarker(words[end]))))
        {
            end++;
        }

        end++;
        if (end < words.Length - 1 && MarriedName.IsMarker(words[end]))
        {
            return Shift(words, end + 1);
        }

        // The last word is a given name; those before it are only if they are known ones, else the family name is double.
        var given = Math.Max(end, words.Length - 1);
        while (given > end && NameWords.IsGivenName(words[given - 1]))
        {
            given--;
        }

        given = Math.Min(given, words.Length);
        return (Words.Join(words[..given]), Words.Join(words[given..]));
    }

    private static (string? Family, string? Given) Shift(string[] words, int start)
    {
        var (family, given) = FamilyFirst(words[start..]);
        return (Words.Join([.. words[..start], family ?? ""]), given);
    }

    private static (string? Family, string? Given) GivenFirst(string[] words)
    {
        var start = words.Length - 1;
        while (start > 1 && (NameWords.IsParticle(words[start - 1]) || MarriedName.IsMarker(words[start - 1]) || MarriedName.IsMarker(words[start])))
        {
            start--;
        }

        return start <= 0 ? (Words.Join(words), null) : (Words.Join(words[start..]), Words.Join(words[..start]));
    }

    private static bool IsCapitals(string word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters > 1;
    }

    private static bool IsSmallParticle(string word) => char.IsLower(word[0]) && NameWords.IsParticle(word);
}
