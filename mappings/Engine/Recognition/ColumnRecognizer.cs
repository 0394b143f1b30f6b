using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mappings.Engine.Places;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Proposes a mapping for a file nobody has described: from the names of its columns, and a sample of their values.</summary>
/// <remarks>A column that looks like a NIR, by name or by values, is never taken.</remarks>
public static class ColumnRecognizer
{
    /// <summary>Reads the table of communes, for whoever has other work to do beside it; it is read at first use otherwise.</summary>
    public static void Prepare() => _ = CommuneTable.France;

    /// <param name="sample">Some hundred records; their bodies are JSON objects of column to text.</param>
    /// <param name="options">Name and hidden columns.</param>
    public static RecognizedMapping Recognize(IReadOnlyList<SourceRecord> sample, RecognitionOptions options)
    {
        var columns = ColumnSample.Of(sample);
        var hidden = options.Hidden.Select(ColumnSample.Plain).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var owner = FileOwner.Of(
            [.. columns.Select(c => c.Name).Where(name => !hidden.Contains(name))],
            [.. options.Meanings.Where(said => said.Value is ColumnMeaning.FamilyName or ColumnMeaning.BirthName or ColumnMeaning.FullName or ColumnMeaning.GivenNames).Select(said => said.Key)]);
        List<HeaderReading> readings = [.. columns.Select(c => HeaderWords.Read(c.Name, owner))];
        List<ColumnGuess> guesses =
        [
            .. columns.Select((column, i) => hidden.Contains(column.Name) ? Left(column, RecognitionReason.Hidden)
                : options.Meanings.TryGetValue(column.Name, out var said) ? new ColumnGuess(column.Name, said, RecognitionReason.Said)
                : Guess(column, readings[i])),
        ];
        RepeatedColumns.LeaveOut(guesses, readings);
        Settle(guesses, readings, columns);
        new ValueMeanings(guesses, readings, columns).Fill();
        var key = guesses.Find(g => g.Meaning == ColumnMeaning.RecordKey)?.Column;
        return new RecognizedMapping(DocumentWriter.Write(options, guesses, columns), guesses, key);
    }

    private static ColumnGuess Guess(ColumnSample column, HeaderReading header)
    {
        if (header.Meaning == ColumnMeaning.Nir || ValueTests.IsNir(column))
        {
            return Left(column, RecognitionReason.Nir);
        }

        if (column.Values.Count == 0)
        {
            return Left(column, RecognitionReason.Blank);
        }

        return header.Meaning switch
        {
            ColumnMeaning.Unknown when header.MayBe(ColumnMeaning.Email) && ValueTests.IsEmail(column) => new ColumnGuess(column.Name, ColumnMeaning.Email, RecognitionReason.ByValues),
            ColumnMeaning.Unknown => Left(column, header.IsOthers ? RecognitionReason.NotThePersons : RecognitionReason.Unknown),

            // "birthday" is a day of the month beside a month and a year, else the whole date.
            ColumnMeaning.BirthDay when column.Share(v => v.Length >= 6) >= 0.5 => Guess(column, ColumnMeaning.BirthDate),

            // "N° et voie", "code postal et ville": a line of the address.
            ColumnMeaning.HouseNumber when !ValueTests.AreHouseNumbers(column) => ValueTests.AreLines(column)
                ? Guess(column, ColumnMeaning.AddressLine)
                : Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.PostCode when (header.Said & Concept.City) != Concept.None && ValueTests.AreLines(column) => Guess(column, ColumnMeaning.AddressLine),
            var meaning => Guess(column, meaning),
        };
    }

    private static ColumnGuess Guess(ColumnSample column, ColumnMeaning meaning) =>
        meaning switch
        {
            ColumnMeaning.RecordKey => column.IsUnique ? new ColumnGuess(column.Name, meaning, RecognitionReason.Key) : Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.PersonIdentifier when !ValueTests.TellPeopleApart(column) => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.PersonIdentifier => new ColumnGuess(column.Name, meaning, RecognitionReason.Identifier),
            ColumnMeaning.Email when !ValueTests.IsEmail(column) => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.Phone or ColumnMeaning.Mobile when !ValueTests.IsPhone(column) => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.BirthDate or ColumnMeaning.DeathDate when ValueTests.DateOrder(column) is null => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.BirthYear or ColumnMeaning.BirthMonth or ColumnMeaning.BirthDay when column.Share(v => v.All(char.IsAsciiDigit) && v.Length <= 4) < 0.5 => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.Sex or ColumnMeaning.Civility when column.Share(ValueTests.Reads("sex")) < 0.5 => Left(column, RecognitionReason.ValuesDeny),
            ColumnMeaning.ChangedAt when column.Share(ValueTests.Reads("instant")) < 0.5 => Left(column, RecognitionReason.ValuesDeny),
            _ => new ColumnGuess(column.Name, meaning, RecognitionReason.ByName),
        };

    /// <summary>What a column is may depend on its neighbours.</summary>
    private static void Settle(List<ColumnGuess> guesses, List<HeaderReading> readings, IReadOnlyList<ColumnSample> columns)
    {
        var spouse = readings.Exists(r => (r.Said & Concept.Spouse) != Concept.None && (r.Said & Concept.Given) != Concept.None);
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
                // "nom époux" beside "prénom époux" is his, not hers.
                ColumnMeaning.UsageName when spouse && (readings[i].Said & Concept.Spouse) != Concept.None => Left(columns[i], RecognitionReason.NotThePersons),

                // "numéro" that numbers no records, beside a street that has none.
                ColumnMeaning.Unknown when readings[i] is { Said: Concept.Number, Strange: false } && guess.Reason is RecognitionReason.ValuesDeny or RecognitionReason.Unknown
                    && ValueTests.AreHouseNumbers(columns[i]) && IsStreetWithoutNumbers(guesses, columns)
                    => guess with { Meaning = ColumnMeaning.HouseNumber, Reason = RecognitionReason.ByName },
                _ => guess,
            };
        }
    }

    private static bool IsStreetWithoutNumbers(List<ColumnGuess> guesses, IReadOnlyList<ColumnSample> columns) =>
        guesses.FindIndex(g => g.Meaning == ColumnMeaning.AddressLine) is >= 0 and var line
        && !guesses.Exists(g => g.Meaning == ColumnMeaning.HouseNumber) && columns[line].Share(v => char.IsAsciiDigit(v[0])) < 0.5;

    private static ColumnGuess Left(ColumnSample column, RecognitionReason reason) => new(column.Name, ColumnMeaning.Unknown, reason);
}
