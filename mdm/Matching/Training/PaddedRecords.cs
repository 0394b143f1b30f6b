namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Records made for the shipped model, ready to train: a registry's people have none of the generic fields.</summary>
public static class PaddedRecords
{
    private static readonly IReadOnlyList<string> Nothing = [];

    public static IEnumerable<MatchRecord> Of(IEnumerable<MatchRecord> records)
    {
        var positions = TrainingTemplate.Fields.Select(field => MatchModel.French.Fields.ToList().IndexOf(field)).ToArray();
        return records.Select(record => record with { Values = [.. positions.Select(p => p < 0 ? Nothing : record.Values[p])] });
    }
}
