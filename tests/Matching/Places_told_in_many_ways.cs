using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

/// <summary>A veto is about what strangers show. Where one person's own records show it all the time it says nothing of them.</summary>
public sealed class Places_told_in_many_ways
{
    private static readonly string[] Counties = ["YORKSHIRE", "DEVON", "KENT", "LINCOLNSHIRE"];
    private static readonly string[] Given = ["THOMAS", "WILLIAM", "EDWARD", "HENRY", "GEORGE", "PATRICK", "MARTHA", "ALICE"];
    private static readonly string[] Starts = ["HART", "WIND", "BLACK", "FAIR", "STAN", "BRAD", "KING", "ASH", "WHIT", "LANG"];
    private static readonly string[] Ends = ["WOOD", "FIELD", "SHAW", "WORTH", "LEY", "FORD", "STON", "BURN", "WELL", "MORE"];

    [Fact]
    public void A_history_that_writes_a_village_or_its_county_keeps_its_people_whole()
    {
        var (people, truth) = History(told: 0.5);
        var model = ModelTrainer.Train(people).Model!;
        Assert.DoesNotContain(model.Settings.Vetoes, v => v.Name == "homonyms");
        Assert.InRange(ClusterMetrics.Measure(Linker.Link(model, people).Clusters, truth).Pairwise.Recall, 0.85, 1);
    }

    [Fact]
    public void One_that_seldom_does_asks_about_homonyms()
    {
        var (people, _) = History(told: 0.04);
        Assert.Contains(ModelTrainer.Train(people).Model!.Settings.Vetoes, v => v.Name == "homonyms");
    }

    /// <param name="told">Share of records that name the county in place of the village.</param>
    private static (List<MatchRecord> People, Dictionary<int, int> Truth) History(double told)
    {
        var random = new Random(5);
        var (rows, truth) = (new List<MatchRecord>(), new Dictionary<int, int>());
        for (var person = 0; person < 300; person++)
        {
            var county = person % Counties.Length;
            var name = Starts[random.Next(10)] + Ends[random.Next(10)];
            var given = Given[random.Next(8)];
            var birth = $"{random.Next(1780, 1880)}-{random.Next(1, 13):D2}-{random.Next(2, 28):D2}";
            for (var copy = 0; copy < 4; copy++)
            {
                var place = random.NextDouble() < told ? Counties[county] : $"{Starts[county]}{Ends[person % 10]}";
                truth[rows.Count] = person;
                rows.Add(new MatchRecord(new MatchKey("file", $"{person:D4}-{copy}", ""), [.. TrainingTemplate.Fields.Select(field => (IReadOnlyList<string>)(field switch
                {
                    "birthName" => [random.Next(6) == 0 ? People.Damage(random, name) : name],
                    "givenNames" => [given],
                    "birthDate" => random.Next(6) == 0 ? [] : [birth],
                    "birthCommune" => [place],
                    _ => [],
                }))]));
            }
        }

        return (rows, truth);
    }
}
