namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>The word by which a file names the person its rows are about: "élève" in "Nom élève; Prénom élève; Nom du père", "PERS" in "PERS_NOM; PERS_PRENOM".</summary>
internal static class FileOwner
{
    /// <param name="headers">Names of all columns.</param>
    /// <returns>The folded word; null where some column names somebody without one, or none names somebody.</returns>
    public static string? Of(IReadOnlyList<string> headers)
    {
        if (headers.Any(header => HeaderWords.Read(header, null) is { Strange: false } plain && IsName(plain.Meaning)))
        {
            return null;
        }

        var owners = headers.SelectMany(HeaderVocabulary.WordsOf)
            .Where(word => HeaderVocabulary.Find(word) is not { } known || (known & (Concept.Other | Concept.Spouse)) != Concept.None)
            .Distinct(StringComparer.Ordinal)
            .Select(word => (Word: word, Meanings: MeaningsOf(word, headers)))
            .Where(o => o.Meanings.Exists(IsName) && (o.Meanings.Contains(ColumnMeaning.GivenNames) || o.Meanings.Contains(ColumnMeaning.BirthDate)))
            .ToList();
        return owners.Find(o => o.Meanings.Contains(ColumnMeaning.BirthDate)).Word ?? owners.FirstOrDefault().Word;
    }

    /// <summary>A header without the owner's word.</summary>
    public static string Without(string header, string? owner) =>
        owner is not null && HeaderVocabulary.WordsOf(header) is { Length: > 1 } words && words.Contains(owner) ? string.Join(' ', words.Where(word => word != owner)) : header;

    private static List<ColumnMeaning> MeaningsOf(string owner, IReadOnlyList<string> headers) =>
        [.. headers.Where(header => HeaderVocabulary.WordsOf(header).Contains(owner)).Select(header => HeaderWords.Read(header, owner)).Where(r => !r.Strange).Select(r => r.Meaning)];

    private static bool IsName(ColumnMeaning meaning) => meaning is ColumnMeaning.FamilyName or ColumnMeaning.BirthName or ColumnMeaning.FullName;
}
