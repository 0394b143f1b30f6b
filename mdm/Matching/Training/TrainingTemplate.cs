using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Where training starts from, the same for every file: <c>mdm/models/person.yaml</c>.</summary>
public static class TrainingTemplate
{
    private static readonly Lazy<ModelSettings> Shipped = new(Read);

    private static readonly Lazy<MatchModel> ReaderOnly = new(() => new MatchModel(Shipped.Value with { Comparisons = [], Vetoes = [], Identity = [] }));

    /// <summary>Field names in the order of <see cref="MatchRecord.Values"/>: those of the shipped French model first, then the generic ones.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. Shipped.Value.Fields.Select(f => Values.Fields.Names[(int)f])];

    /// <summary>Reads records for training, and for every model trained: the template's fields and junk values, comparing nothing yet.</summary>
    public static MatchModel Reader => ReaderOnly.Value;

    internal static ModelSettings Settings => Shipped.Value;

    private static ModelSettings Read()
    {
        using var stream = typeof(MatchModel).Assembly.GetManifestResourceStream("person.yaml")!;
        using var reader = new StreamReader(stream);
        return ModelReader.ReadTemplate(reader.ReadToEnd(), "person.yaml");
    }
}
