using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

public sealed class Training_without_labels
{
    private static readonly List<(MatchRecord Record, int Person)> Village = Villages.Generate(5, 900);

    private static readonly TrainingOutcome Trained = ModelTrainer.Train(Village.Select(v => v.Record));

    [Fact]
    public void A_village_of_made_up_people_trains_a_model_that_finds_them()
    {
        Assert.Equal(TrainingProblem.None, Trained.Problem);
        var partition = Linker.Link(Trained.Model!, Village.Select(v => v.Record));
        var scores = ClusterMetrics.Measure(partition.Clusters, Village.Select((v, i) => (v, i)).ToDictionary(p => p.i, p => p.v.Person)).Pairwise;
        Assert.InRange(scores.Precision, 0.98, 1);
        Assert.InRange(scores.Recall, 0.9, 1);
    }

    [Fact]
    public void It_expects_about_as_many_matches_as_there_are()
    {
        var truth = Village.GroupBy(v => v.Person).Sum(g => g.Count() * (g.Count() - 1) / 2);
        Assert.InRange(Trained.Report.ExpectedMatches, 0.85 * truth, 1.15 * truth);
    }

    [Fact]
    public void It_depends_on_the_records_and_not_on_their_order()
    {
        var random = new Random(8);
        var again = ModelTrainer.Train(Village.Select(v => v.Record).OrderBy(_ => random.Next()));
        Assert.Equal(Trained.Model!.Document, again.Model!.Document);
        Assert.NotEqual(Trained.Model.Version, ModelTrainer.Train(Village.Skip(1).Select(v => v.Record)).Model!.Version);
    }

    [Fact]
    public void Where_birth_places_are_known_homonyms_hold_no_pair_far_above_the_threshold()
    {
        string[] communes = ["38185", "59350", "69123", "75056"];
        var place = TrainingTemplate.Fields.ToList().IndexOf("birthCommune");
        var born = Village.Select(v => v.Record with { Values = [.. v.Record.Values.Select((values, f) => f == place ? [communes[v.Person % communes.Length]] : values)] });

        var vetoes = ModelTrainer.Train(born).Model!.Settings.Vetoes;

        Assert.Equal([("homonyms", 8000)], vetoes.Where(v => v.UpTo != Veto.AnyWeight).Select(v => (v.Name, v.UpTo)));
    }

    [Fact]
    public void Its_document_reads_back_to_the_same_bits()
    {
        var read = MatchModel.Parse(Trained.Model!.Document, "again.yaml");
        Assert.Equal(Trained.Model.Version, read.Version);
        AssertSameScores(Trained.Model, read, [.. Village.Select(v => v.Record)]);
        var activated = MatchModel.French.ActivateOn(People.Crowd(4, 300).Select(c => c.Record)).WithDuplicateFreeSources(["civil"]);
        read = MatchModel.Parse(activated.Document, "again.yaml");
        Assert.Equal(activated.Version, read.Version);
        AssertSameScores(activated, read, [.. People.Crowd(4, 300).Select(c => c.Record)]);
    }

    [Fact]
    public void One_at_a_time_with_updates_and_removals_equals_bulk()
    {
        var records = Village.Take(300).Select(v => v.Record).ToList();
        var bulk = Picture.Of(Linker.Link(Trained.Model!, records), records.Select((r, i) => (r, i)).ToDictionary(p => p.i, p => p.r.Key));
        var random = new Random(3);
        using var index = new MatchIndex(Trained.Model!, 2);
        var history = new History(index);
        for (var i = 300; i < 340; i++)
        {
            var (part, record) = (i, Village[i].Record);
            history.Play([(o, h) => h.Put(o, part, record)], dropFirst: false);
        }

        foreach (var part in Enumerable.Range(0, 300).OrderBy(_ => random.Next()))
        {
            var early = Village[600 + part].Record with { Key = records[part].Key };
            history.Play([(o, h) => h.Put(o, part, random.Next(2) == 0 ? early : records[part])], dropFirst: false);
        }

        foreach (var page in Enumerable.Range(0, 300).OrderBy(_ => random.Next()).Chunk(13))
        {
            history.Play([.. page.Select(part => (Action<MatchOverlay, History>)((o, h) => h.Put(o, part, records[part])))], dropFirst: random.Next(3) == 0);
        }

        history.Play([.. Enumerable.Range(300, 40).Select(part => (Action<MatchOverlay, History>)((o, h) => h.Remove(o, part)))], dropFirst: false);
        Assert.Equal(bulk, history.Picture());
    }

    [Fact]
    public void Its_document_holds_no_value_of_the_data()
    {
        foreach (var value in Village.SelectMany(v => v.Record.Values.SelectMany(x => x)).Where(v => v.Length > 3 && !v.All(char.IsAsciiDigit)))
        {
            Assert.DoesNotContain(value, Trained.Model!.Document, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Too_few_records_train_nothing()
    {
        Assert.Equal(TrainingProblem.TooFewRecords, ModelTrainer.Train(Village.Take(20).Select(v => v.Record)).Problem);
        Assert.Equal(TrainingProblem.TooFewRecords, ModelTrainer.Train([]).Problem);
    }

    [Fact]
    public void People_who_all_stand_alone_train_nothing()
    {
        var singles = Village.GroupBy(v => v.Person).Select(g => g.First().Record);
        Assert.Equal(TrainingProblem.TooFewMatches, ModelTrainer.Train(singles).Problem);
    }

    private static void AssertSameScores(MatchModel a, MatchModel b, IReadOnlyList<MatchRecord> records)
    {
        var (left, right) = (Linker.Link(a, records), Linker.Link(b, records));
        Assert.Equal(left.Pairs.OrderBy(p => p.A).ThenBy(p => p.B), right.Pairs.OrderBy(p => p.A).ThenBy(p => p.B));
        Assert.Equal(left.Clusters.Select(c => string.Join(' ', c)), right.Clusters.Select(c => string.Join(' ', c)));
        Assert.NotEmpty(left.Pairs);
    }
}
