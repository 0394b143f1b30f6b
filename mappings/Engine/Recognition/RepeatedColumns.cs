namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Columns that say what another column says better.</summary>
internal static class RepeatedColumns
{
    /// <summary>What a person may have more than one of.</summary>
    private static readonly ColumnMeaning[] Several =
        [ColumnMeaning.GivenNames, ColumnMeaning.Email, ColumnMeaning.Phone, ColumnMeaning.Mobile, ColumnMeaning.AddressLine, ColumnMeaning.Complement, ColumnMeaning.PersonIdentifier, ColumnMeaning.FamilyName];

    private static readonly ColumnMeaning[] Phones = [ColumnMeaning.Phone, ColumnMeaning.Mobile];

    /// <summary>Leaves them out: what a person said stands first, then names all of whose words are known, then the order of the file.</summary>
    public static void LeaveOut(List<ColumnGuess> guesses, List<HeaderReading> readings)
    {
        var earlier = new List<ColumnGuess>();
        foreach (var i in Enumerable.Range(0, guesses.Count).OrderBy(i => guesses[i].Reason == RecognitionReason.Said ? 0 : readings[i].Strange ? 2 : 1).ToList())
        {
            if (guesses[i].Meaning != ColumnMeaning.Unknown && guesses[i].Reason != RecognitionReason.Said && Repeats(guesses[i], readings[i].Strange, earlier))
            {
                guesses[i] = new ColumnGuess(guesses[i].Column, ColumnMeaning.Unknown, readings[i].Strange ? RecognitionReason.NotThePersons : RecognitionReason.Repeated);
            }

            earlier.Add(guesses[i]);
        }
    }

    private static bool Repeats(ColumnGuess guess, bool strange, List<ColumnGuess> earlier)
    {
        // "Nom (2)": a second person's, where a file bears two headers of one name.
        if (First(guess.Column) is { } first && earlier.Exists(e => e.Column == first))
        {
            return true;
        }

        // A phone of whoever an unknown word stands for is the person's only where no other is.
        var alike = earlier.Where(e => e.Meaning == guess.Meaning || (Phones.Contains(guess.Meaning) && Phones.Contains(e.Meaning))).ToList();
        return alike.Count > 0 && (strange || !Several.Contains(guess.Meaning)
            || (guess.Meaning == ColumnMeaning.FamilyName && !alike.Exists(e => Stem(e.Column) == Stem(guess.Column))));
    }

    /// <summary>"lname_c2" as "LNAME".</summary>
    private static string Stem(string header) => string.Concat(HeaderVocabulary.WordsOf(header).Where(word => word.Length > 1 && !word.All(char.IsAsciiDigit)));

    /// <summary>The header that "Nom (2)" or "Nom.1" repeats; null where it repeats none.</summary>
    private static string? First(string header)
    {
        var at = header.EndsWith(')') ? header.LastIndexOf('(') : header.LastIndexOf('.');
        var number = at > 0 ? header[(at + 1)..].TrimEnd(')') : "";
        return number.Length > 0 && number.All(char.IsAsciiDigit) ? header[..at].TrimEnd() : null;
    }
}
