namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Records made for the template's fields, cut to those of a model.</summary>
public static class TemplateRecords
{
    /// <exception cref="ArgumentException">The model has a field the template lacks.</exception>
    public static IReadOnlyList<MatchRecord> For(MatchModel model, IReadOnlyList<MatchRecord> records)
    {
        if (model.Fields.SequenceEqual(TrainingTemplate.Fields))
        {
            return records;
        }

        var cut = Cutter(model);
        return [.. records.Select(cut)];
    }

    /// <summary>Cuts one record; on any thread.</summary>
    /// <exception cref="ArgumentException">The model has a field the template lacks.</exception>
    public static Func<MatchRecord, MatchRecord> Cutter(MatchModel model)
    {
        if (model.Fields.SequenceEqual(TrainingTemplate.Fields))
        {
            return record => record;
        }

        var positions = model.Fields.Select(field => TrainingTemplate.Fields.ToList().IndexOf(field)).ToArray();
        return positions.Contains(-1)
            ? throw new ArgumentException($"model {model.Version} has a field that files do not have: {model.Fields[Array.IndexOf(positions, -1)]}", nameof(model))
            : record => record with { Values = [.. positions.Select(p => record.Values[p])] };
    }
}
