namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>The words by which a file names the person its rows are about: "élève" in "Nom élève; Prénom élève; Nom du père", "parent 1" beside "parent 2".</summary>
/// <param name="Words">Folded words that name somebody, in alphabetical order.</param>
/// <param name="Number">Which of several, as it is written; "" where it is not.</param>
internal sealed record FileOwner(string Words, string Number)
{
    /// <summary>Whom the rows of a school or a nursery are about, though elsewhere they are somebody else.</summary>
    private static readonly string[] Subjects = ["ENFANT", "ENFANTS", "ENF", "CHILD", "BEBE", "BABY"];

    /// <param name="headers">Names of all columns.</param>
    /// <param name="named">Columns that a person said to hold names.</param>
    /// <returns>Null where the columns that name nobody suffice, or none names somebody.</returns>
    public static FileOwner? Of(IReadOnlyList<string> headers, IReadOnlyCollection<string> named)
    {
        if (named.Count > 0)
        {
            return Named(named.First());
        }

        var columns = headers.Select(header => (Owner: Named(header), HeaderWords.Read(Own(header), null).Meaning, Bare: Own(header).Length == 0)).ToList();
        var plain = columns.Where(c => c.Owner is null).Select(c => c.Meaning).ToList();
        var (name, given) = (plain.Exists(IsFamily), plain.Contains(ColumnMeaning.GivenNames));
        if ((name && given) || plain.Contains(ColumnMeaning.FullName))
        {
            return null;
        }

        var groups = columns.Where(c => c.Owner is not null).GroupBy(c => c.Owner!).Select(g => (Owner: g.Key, Meanings: Whole([.. g]))).ToList();
        var nobody = !name && !groups.Exists(g => Names(g.Meanings, false, given));
        return groups.Where(g => nobody ? g.Meanings.Exists(IsFamily) : Names(g.Meanings, name, given))
            .OrderBy(g => IsOther(g.Owner) ? 1 : 0)
            .ThenBy(g => g.Meanings.Contains(ColumnMeaning.BirthDate) ? 0 : 1)
            .ThenBy(g => Names(g.Meanings, false, false) ? 0 : 1)
            .FirstOrDefault().Owner;
    }

    /// <summary>A header without this owner's words, where it bears them.</summary>
    public string Without(string header) => Named(header) is { } owner && owner.Words == Words && (Number.Length == 0 || owner.Number == Number) && Own(header) is { Length: > 0 } own ? own : header;

    /// <summary>Whose a column is by its name; null where it does not say.</summary>
    private static FileOwner? Named(string header)
    {
        var words = HeaderVocabulary.WordsOf(header);
        var owners = words.Where(IsOwner).Order(StringComparer.Ordinal).ToList();
        return owners.Count == 0 ? null : new FileOwner(string.Join(' ', owners), string.Concat(words.Where(word => word.All(char.IsAsciiDigit))));
    }

    /// <summary>What a header says of its owner; a bare one, "Élève", says the whole name.</summary>
    private static string Own(string header) => string.Join(' ', HeaderVocabulary.WordsOf(header).Where(word => !IsOwner(word) && !word.All(char.IsAsciiDigit)));

    /// <summary>What a group of columns holds: "Élève" beside "Date de naissance élève" is a whole name.</summary>
    private static List<ColumnMeaning> Whole(List<(FileOwner? Owner, ColumnMeaning Meaning, bool Bare)> group) =>
        [.. group.Select(c => c.Bare && !IsOther(c.Owner!) && group.Exists(other => other.Meaning == ColumnMeaning.BirthDate) ? ColumnMeaning.FullName : c.Meaning)];

    private static bool IsOwner(string word) => HeaderVocabulary.Find(word) is not { } known || (known & (Concept.Other | Concept.Spouse)) != Concept.None;

    private static bool IsOther(FileOwner owner) => owner.Words.Split(' ').Any(word => HeaderVocabulary.Find(word) is not null && !Subjects.Contains(word));

    private static bool Names(List<ColumnMeaning> meanings, bool name, bool given) =>
        meanings.Contains(ColumnMeaning.FullName) || ((name || meanings.Exists(IsFamily)) && (given || meanings.Contains(ColumnMeaning.GivenNames)) && (meanings.Exists(IsFamily) || meanings.Contains(ColumnMeaning.GivenNames)));

    private static bool IsFamily(ColumnMeaning meaning) => meaning is ColumnMeaning.FamilyName or ColumnMeaning.BirthName;
}
