using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

public sealed class Records_let_go
{
    private static readonly MatchRecord[] Crowd = [.. People.Crowd(21, 900).Select(c => c.Record)];

    [Fact]
    public void Interned_records_link_to_the_same_clusters_as_the_records_themselves()
    {
        var model = MatchModel.French.ActivateOn(Crowd);
        var interned = Interned(MatchModel.French, 37);
        Assert.Equal(model.Version, MatchModel.French.ActivateOn(interned).Version);
        Assert.Equal(Clusters(Linker.Link(model, Crowd)), Clusters(Linker.Link(model, interned)));
    }

    [Fact]
    public void They_serve_again_after_a_link_with_another_model()
    {
        var interned = Interned(MatchModel.French, 100);
        var first = Clusters(Linker.Link(MatchModel.French, interned));
        Linker.Link(MatchModel.French.ActivateOn(interned), interned);
        Assert.Equal(first, Clusters(Linker.Link(MatchModel.French, interned)));
        Assert.Equal(first, Clusters(Linker.Link(MatchModel.French, Crowd)));
    }

    [Fact]
    public void Records_read_for_another_model_are_refused()
    {
        var interned = Interned(MatchModel.French, 100);
        Assert.Throws<ArgumentException>(() => ModelTrainer.Train(interned));
    }

    private static InternedRecords Interned(MatchModel model, int page)
    {
        var interned = new InternedRecords(model);
        foreach (var records in Crowd.Chunk(page))
        {
            interned.Add(interned.Prepare(records));
        }

        Assert.Equal(Crowd.Length, interned.Count);
        return interned;
    }

    private static IEnumerable<string> Clusters(Partition partition) => [.. partition.Clusters.Select(c => string.Join(' ', c.Order())).Order(StringComparer.Ordinal)];
}
