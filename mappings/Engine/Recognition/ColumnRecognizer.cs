using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mappings.Engine.Places;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Proposes a mapping for a file nobody has described: from the names of its columns, and a sample of their values.</summary>
/// <remarks>A column that looks like a NIR, by name or by values, is never taken.</remarks>
public static class ColumnRecognizer
{
    private static readonly ColumnMeaning[] Several =
        [ColumnMeaning.GivenNames, ColumnMeaning.Email, ColumnMeaning.Phone, ColumnMeaning.Mobile, ColumnMeaning.AddressLine, ColumnMeaning.Complement, ColumnMeaning.PersonIdentifier, ColumnMeaning.FamilyName];

    /// <summary>Reads the table of communes, for whoever has other work to do beside it; it is read at first use otherwise.</summary>
    public static void Prepare() => _ = CommuneTable.France;

    /// <param name="sample">Some hundred records; their bodies are JSON objects of column to text.</param>
    /// <param name="options">Name and hidden columns.</param>
    public static RecognizedMapping Recognize(IReadOnlyList<SourceRecord> sample, RecognitionOptions options)
    {
        var columns = ColumnSample.Of(sample);
        var hidden = options.Hidden.Select(ColumnSample.Plain).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var guesses = new List<ColumnGuess>();
        foreach (var column in columns)
        {
            var guess = hidden.Contains(column.Name) ? Left(column, RecognitionReason.Hidden)
                : options.Meanings.TryGetValue(column.Name, out var said) ? new ColumnGuess(column.Name, said, RecognitionReason.Said)
                : Guess(column);
            guesses.Add(Repeats(guess, guesses) ? Left(column, RecognitionReason.Repeated) : guess);
        }

        Settle(guesses, columns);
        new ValueMeanings(guesses, columns).Fill();
        var key = guesses.Find(g => g.Meaning == ColumnMeaning.RecordKey)?.Column;
        return new RecognizedMapping(DocumentWriter.Write(options, guesses, columns), guesses, key);
    }

    private static ColumnGuess Guess(ColumnSample column)
    {
        var meaning = HeaderWords.Of(column.Name);
        if (meaning == ColumnMeaning.Nir || ValueTests.IsNir(column))
        {
            return Left(column, RecognitionReason.Nir);
        }

        if (column.Values.Count == 0)
        {
            return Left(column, RecognitionReason.Blank);
        }

        // "birthday" is a day of the month beside a month and a year, else the whole date.
        return Guess(column, meaning == ColumnMeaning.BirthDay && column.Share(v => v.Length >= 6) >= 0.5 ? ColumnMeaning.BirthDate : meaning);
    }

    private static ColumnGuess Guess(ColumnSample column, ColumnMeaning meaning) =>
        meaning switch
        {
            ColumnMeaning.Unknown => ValueTests.IsEmail(column)
                ? new ColumnGuess(column.Name, ColumnMeaning.Email, RecognitionReason.ByValues)
                : Left(column, RecognitionReason.Unknown),
            ColumnMeaning.RecordKey => column.IsUnique ? new ColumnGuess(column.Name, meaning, RecognitionReason.Key) : Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.PersonIdentifier => new ColumnGuess(column.Name, meaning, RecognitionReason.Identifier),
            ColumnMeaning.Email when !ValueTests.IsEmail(column) => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.Phone or ColumnMeaning.Mobile when !ValueTests.IsPhone(column) => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.BirthDate or ColumnMeaning.DeathDate when ValueTests.DateOrder(column) is null => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.BirthYear or ColumnMeaning.BirthMonth or ColumnMeaning.BirthDay when column.Share(v => v.All(char.IsAsciiDigit) && v.Length <= 4) < 0.5 => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.Sex or ColumnMeaning.Civility when column.Share(ValueTests.Reads("sex")) < 0.5 => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.ChangedAt when column.Share(ValueTests.Reads("instant")) < 0.5 => Left(column, RecognitionReason.ValuesDeny),
            _ => new ColumnGuess(column.Name, meaning, RecognitionReason.ByName),
        };

    private static bool Repeats(ColumnGuess guess, List<ColumnGuess> earlier) =>
        guess.Meaning != ColumnMeaning.Unknown && !Several.Contains(guess.Meaning) && earlier.Exists(e => e.Meaning == guess.Meaning);

    /// <summary>What a column is may depend on its neighbours.</summary>
    private static void Settle(List<ColumnGuess> guesses, IReadOnlyList<ColumnSample> columns)
    {
        for (var i = 0; i < guesses.Count; i++)
        {
            var (guess, given) = (guesses[i], guesses.Exists(g => g.Meaning == ColumnMeaning.GivenNames));
            guesses[i] = guess.Meaning switch
            {
                // "NOM" alone may hold both names; "name" beside a first name holds the family name.
                ColumnMeaning.FamilyName when !given && ValueTests.HasTwoWords(columns[i]) => guess with { Meaning = ColumnMeaning.FullName },
                ColumnMeaning.FullName when given => guesses.Exists(g => g.Meaning is ColumnMeaning.FamilyName or ColumnMeaning.BirthName)
                    ? Left(columns[i], RecognitionReason.Repeated)
                    : guess with { Meaning = ColumnMeaning.FamilyName },
                ColumnMeaning.BirthPlace when columns[i].Share(v => Functions.Places.CommuneCode.Read(v) is not null) >= 0.5 => guess with { Meaning = ColumnMeaning.BirthCommuneCode },
                // "numéro" that numbers no records, beside a street.
                ColumnMeaning.Unknown when guess.Reason == RecognitionReason.ValuesDeny && HeaderVocabulary.Of(guess.Column, out _) == Concept.Number
                    && guesses.Exists(g => g.Meaning == ColumnMeaning.AddressLine) && !guesses.Exists(g => g.Meaning == ColumnMeaning.HouseNumber)
                    => guess with { Meaning = ColumnMeaning.HouseNumber, Reason = RecognitionReason.ByName },
                _ => guess,
            };
        }
    }

    private static ColumnGuess Left(ColumnSample column, RecognitionReason reason) => new(column.Name, ColumnMeaning.Unknown, reason);
}
