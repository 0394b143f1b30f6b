using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

/// <summary>Each has a defined result, trained or not.</summary>
public sealed class Files_that_break_matchers
{
    [Fact]
    public void An_empty_file_has_no_clusters()
    {
        Assert.Equal(TrainingProblem.TooFewRecords, ModelTrainer.Train([]).Problem);
        Assert.Empty(Linker.Link(MatchModel.French, []).Clusters);
    }

    [Fact]
    public void Rows_that_say_nothing_stand_alone()
    {
        var records = Rows(200, _ => []);
        Assert.Equal(TrainingProblem.NothingToCompare, ModelTrainer.Train(records).Problem);
        Assert.Equal(200, Linker.Link(MatchModel.French, TemplateRecords.For(MatchModel.French, records)).Clusters.Count());
    }

    [Fact]
    public void Rows_that_say_nothing_do_not_disturb_the_others()
    {
        var village = Villages.Generate(6, 600).Select(v => v.Record).ToList();
        var nobody = Rows(200, _ => []).Select(r => r with { Key = r.Key with { Connection = "zero" } });
        var model = ModelTrainer.Train(village).Model!;
        var alone = Linker.Link(model, village).Clusters.Where(c => c.Length > 1).Select(c => string.Join(' ', c.Order()));
        var among = Linker.Link(model, village.Concat(nobody)).Clusters.Where(c => c.Length > 1).Select(c => string.Join(' ', c.Order()));
        Assert.Equal(alone, among);
        Assert.Equal(TrainingProblem.None, ModelTrainer.Train(village.Concat(nobody)).Problem);
    }

    [Fact]
    public void One_column_trains_nothing_and_the_shipped_model_answers()
    {
        var records = Rows(300, i => [("birthName", $"NOM{i % 150}X")]);
        Assert.Equal(TrainingProblem.NothingToCompare, ModelTrainer.Train(records).Problem);
        var shipped = TemplateRecords.For(MatchModel.French, records);
        Assert.Equal(300, Linker.Link(MatchModel.French.ActivateOn(shipped), shipped).Clusters.Sum(c => c.Length));
    }

    [Fact]
    public void A_column_that_never_changes_is_not_compared_so_that_who_differs_in_it_later_is_no_match_for_that()
    {
        var village = Villages.Generate(7, 600).Select(v => v.Record).ToList();
        var position = TrainingTemplate.Fields.ToList().IndexOf("code2");
        List<MatchRecord> constant = [.. village.Select(r => r with { Values = [.. r.Values.Select((v, i) => i == position ? (IReadOnlyList<string>)["FR"] : v)] })];
        var model = ModelTrainer.Train(constant).Model!;
        Assert.DoesNotContain(model.Levels, l => l.Comparison == "code2");
    }

    [Fact]
    public void Fifty_identical_records_are_one_person()
    {
        var village = Villages.Generate(8, 600).Select(v => v.Record).ToList();
        var copies = Enumerable.Range(0, 50).Select(i => village[0] with { Key = new MatchKey("copy", $"{i:D3}", "") }).ToList();
        var outcome = ModelTrainer.Train(village.Concat(copies));
        var clusters = Linker.Link(outcome.Model!, copies.Concat(village)).Clusters.ToList();
        Assert.Equal(50, clusters.Single(c => c.Contains(0)).Count(r => r < 50));
    }

    [Fact]
    public void Names_in_other_scripts_are_compared_as_they_are_written()
    {
        var same = People.Record("a", ("birthName", "Иванова"), ("givenNames", "Ольга"), ("birthDate", "1970-04-02"), ("birthCommune", "38185"));
        var again = People.Record("b", ("birthName", "ИВАНОВА"), ("givenNames", "ольга"), ("birthDate", "1970-04-02"), ("birthCommune", "38185"));
        var other = People.Record("c", ("birthName", "王"), ("givenNames", "小明"), ("birthDate", "1970-04-02"), ("birthCommune", "38185"));
        Assert.Equal([2, 1], Linker.Link(MatchModel.French, [same, again, other]).Clusters.Select(c => c.Length));
    }

    [Fact]
    public void Names_of_a_thousand_characters_are_compared_by_their_beginnings()
    {
        var name = string.Concat(Enumerable.Repeat("QUATREBARBES ", 80));
        var a = People.Record("a", ("birthName", name), ("givenNames", "Solange"), ("birthDate", "1954-03-21"), ("sex", "F"));
        Assert.Single(Linker.Link(MatchModel.French, [a, a with { Key = a.Key with { Key = "b" } }]).Clusters);
    }

    private static List<MatchRecord> Rows(int count, Func<int, (string Field, string Value)[]> values) =>
        [.. Enumerable.Range(0, count).Select(i => new MatchRecord(new MatchKey("file", $"{i:D6}", ""),
            [.. TrainingTemplate.Fields.Select(f => (IReadOnlyList<string>)[.. values(i).Where(v => v.Field == f).Select(v => v.Value)])]))];
}
