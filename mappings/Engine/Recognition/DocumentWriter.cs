using System.Text;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Writes the proposed mapping document.</summary>
internal static class DocumentWriter
{
    public static string Write(RecognitionOptions options, IReadOnlyList<ColumnGuess> guesses, IReadOnlyList<ColumnSample> columns)
    {
        var writer = new Lines();
        writer.Add(0, "# Proposed from the names of the columns and a sample of their values: check it, then save it.");
        foreach (var left in guesses.Where(g => g.Meaning == ColumnMeaning.Unknown && g.Reason is not (RecognitionReason.Hidden or RecognitionReason.Said)))
        {
            writer.Add(0, $"# left out: {ColumnText.OneLine(left.Column)} ({Word(left.Reason)})");
        }

        foreach (var identifier in guesses.Where(g => g.Reason == RecognitionReason.Identifier))
        {
            writer.Add(0, $"# {ColumnText.OneLine(identifier.Column)} is taken as an identifier of the person, as its name says; its values are not those of a NIR.");
        }

        foreach (var told in guesses.Where(g => g.Reason == RecognitionReason.ByValues))
        {
            writer.Add(0, $"# {ColumnText.OneLine(told.Column)} is taken as {ColumnText.Word(told.Meaning)} by its values: its name does not say.");
        }

        writer.Add(0, $"mapping: {Columns.Quote(options.Name)}");
        var all = new Columns(guesses, columns, options.Clock.GetUtcNow());
        Record(writer, all);
        CitizenWriter.Write(writer, all, options.EveryRow);
        Organisation(writer, all);
        return writer.ToString();
    }

    private static void Record(Lines writer, Columns all)
    {
        if (all.Has(ColumnMeaning.RecordKey) || all.Has(ColumnMeaning.ChangedAt))
        {
            writer.Add(0, "record:");
            writer.Add(1, all.Has(ColumnMeaning.RecordKey) ? $"key: {Columns.Quote(all.Sample(ColumnMeaning.RecordKey)!.Name)}" : null);
            writer.Add(1, all.Line("changedAt", ColumnMeaning.ChangedAt));
        }
    }

    private static void Organisation(Lines writer, Columns all)
    {
        if (!all.Has(ColumnMeaning.Siret) && !all.Has(ColumnMeaning.Siren) && !all.Has(ColumnMeaning.OrganisationName))
        {
            return;
        }

        writer.Add(0, "organisation:");
        writer.Add(1, $"when: {all.OrganisationSign}");
        writer.Add(1, all.Line("name", ColumnMeaning.OrganisationName) ?? all.Line("name", ColumnMeaning.FullName) ?? all.Line("name", ColumnMeaning.FamilyName));
        writer.Add(1, all.Line("siren", ColumnMeaning.Siren));
        writer.Add(1, all.Line("siret", ColumnMeaning.Siret));
        CitizenWriter.Address(writer, all);
    }

    private static string Word(RecognitionReason reason) => reason switch
    {
        RecognitionReason.Nir => "looks like a NIR: never taken unasked",
        RecognitionReason.Repeated => "another column holds the same",
        RecognitionReason.ValuesDeny => "its values are not what its name promises",
        RecognitionReason.NotThePersons => "its name speaks of somebody or something else",
        RecognitionReason.Blank => "no value in the sample",
        _ => "nothing is known about it",
    };

    /// <summary>Lines of YAML, two spaces a level.</summary>
    internal sealed class Lines
    {
        private readonly StringBuilder text = new();

        public void Add(int level, string? line)
        {
            if (line is not null)
            {
                text.Append(' ', level * 2).Append(line).Append('\n');
            }
        }

        public override string ToString() => text.ToString();
    }
}
