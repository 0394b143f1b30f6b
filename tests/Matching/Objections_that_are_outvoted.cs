using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Clustering;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

/// <summary>One garbled pair does not part a person of many records; many pairs that know nothing do not join two people; and what is no matter of evidence nobody outvotes.</summary>
public sealed class Objections_that_are_outvoted
{
    private static readonly List<(MatchRecord Record, int Person)> Register = Registers.Generate(3, 60);

    private static readonly MatchModel Model = ModelTrainer.Train(Register.Select(r => r.Record)).Model!;

    [Fact]
    public void A_person_of_twenty_garbled_records_is_one()
    {
        var partition = Linker.Link(Model, Register.Select(r => r.Record));
        var scores = ClusterMetrics.Measure(partition.Clusters, Register.Select((r, i) => (r, i)).ToDictionary(p => p.i, p => p.r.Person));
        Assert.Equal(1, scores.Pairwise.Precision);
        Assert.InRange(scores.Pairwise.Recall, 0.95, 1);
        Assert.InRange(scores.Cluster.F1, 0.75, 1);
    }

    [Fact]
    public void Order_pages_and_threads_change_nothing_where_pairs_are_outvoted()
    {
        var records = Register.Take(500).Select(r => r.Record).ToList();
        var expected = Linked(records, 0, 1);
        var random = new System.Random(6);
        Assert.Equal(expected, Linked([.. records.OrderBy(_ => random.Next())], 60, 2));
        Assert.Equal(expected, Linked([.. records.OrderBy(_ => random.Next())], 7, 1));
    }

    [Theory]
    [InlineData(5, 1, 1)]
    [InlineData(8, 1, 4)]
    [InlineData(10, 2, 2)]
    public void An_uncle_and_a_nephew_of_one_name_and_house_stay_two_though_few_of_their_records_carry_a_date(int each, int uncles, int nephews)
    {
        var house = House("uncle", "1950-03-04", "38185", each, uncles, ("identifier", "crm:4711"))
            .Concat(House("nephew", "1961-10-21", "59350", each, nephews, ("email", "jeannot@exemple.fr"))).ToList();

        var clusters = Linker.Link(MatchModel.French, house).Clusters.ToList();

        Assert.True(MatchModel.French.Explain(house[^1], house[each - 1]).Weight > 3500, "without dates the two look like one");
        Assert.DoesNotContain(clusters, c => c.Any(r => r < uncles) && c.Any(r => r >= each && r < each + nephews));
    }

    [Fact]
    public void Two_halves_of_one_person_join() => Assert.Single(Linker.Link(MatchModel.French, Halves(_ => [])).Clusters);

    [Fact]
    public void A_decision_that_two_are_not_one_person_stands_against_any_number()
    {
        var records = Halves(_ => []);
        AssertParted(Linker.Link(MatchModel.French, records, [new PairDecision(1, records[3].Key, records[11].Key, false)]), 3, 11);
    }

    [Fact]
    public void A_source_without_duplicates_stands_once_in_a_cluster_of_any_size()
    {
        var records = Halves(_ => []).Select((r, i) => r with { Key = new MatchKey(i is 3 or 11 ? "civil" : "portail", r.Key.Key, "") }).ToList();
        AssertParted(Linker.Link(MatchModel.French.WithDuplicateFreeSources(["civil"]), records), 3, 11);
    }

    [Fact]
    public void Verified_identifiers_stand_against_any_number() =>
        AssertParted(Linker.Link(MatchModel.French, Halves(i => i is 3 or 11 ? [("identifier", $"!fc:{i}234567")] : [])), 3, 11);

    [Fact]
    public void Pairs_are_counted_by_the_comparisons_in_dispute() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new System.Random(seed);
            var likely = random.Next(2, 40);
            Obstacle[] among = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Obstacle)random.Next((int)Obstacle.Reservation, (int)Obstacle.Contradiction + 1))];
            var stances = Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(likely) == 0
                ? new Stance(among[random.Next(among.Length)], links: false, (uint)random.Next(1, 8))
                : new Stance(Obstacle.None, random.Next(8) > 0, random.Next(5) == 0 ? (uint)random.Next(8) : 7, random.Next(5) == 0 ? (uint)random.Next(8) : 7)).ToList();

            var left = Left(stances);

            Assert.Equal(Plainly(stances), left);
            Assert.Equal(left, Left([.. stances.OrderBy(_ => random.Next())]));
            var more = Enumerable.Range((int)Obstacle.Reservation, 3).Select(o => Left([.. stances, new Stance((Obstacle)o, links: false, 1)])).ToList();
            Assert.All(more, worse => Assert.True(left <= worse, "one more in the way never helps"));
            Assert.True(more[1] <= more[2], "a contradiction stands in the way as much as an objection does");
            Assert.True(left >= Obstacle.Guard || Ballot.MayOutvote(stances.Count(s => s.Obstacle > Obstacle.Reservation), stances.Count));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Obstacle Plainly(List<Stance> stances)
    {
        List<Stance> Of(params Obstacle[] obstacles) => [.. stances.Where(s => obstacles.Contains(s.Obstacle))];
        var (others, reserved, contradicting, objecting) = (Of(Obstacle.None), Of(Obstacle.Reservation), Of(Obstacle.Contradiction), Of(Obstacle.Guard, Obstacle.Contradiction));
        int Firm(int c) => others.Count(s => (s.Firmly >> c & 1) != 0);
        int Agree(int c) => Said(others, c);
        int Said(List<Stance> among, int c) => among.Count(s => (s.Compared >> c & 1) != 0);
        bool Outvoted(List<Stance> against, int c, int votes) => Said(against, c) == 0 || (votes >= 4 * Said(against, c) && votes > stances.Count / 2.0);
        int[] all = [0, 1, 2];
        return !all.All(c => Outvoted(contradicting, c, Firm(c))) ? Obstacle.Contradiction
            : others.Count(s => s.Links) < 4 * objecting.Count || !all.All(c => Outvoted(objecting, c, Agree(c))) ? Obstacle.Guard
            : all.All(c => Firm(c) >= Said(reserved, c)) ? Obstacle.None
            : Obstacle.Reservation;
    }

    private static Obstacle Left(List<Stance> stances)
    {
        var ballot = new Ballot();
        foreach (var obstacle in Enumerable.Range((int)Obstacle.Reservation, 3))
        {
            ballot.Count(new Stance((Obstacle)obstacle, links: false, 7));
        }

        ballot.Clear();
        stances.ForEach(ballot.Count);
        return ballot.Left();
    }

    private static string Linked(List<MatchRecord> records, int pageSize, int threads) =>
        Picture.Of(Linker.Link(Model, records, [], pageSize, threads), records.Select((r, i) => (r, i)).ToDictionary(p => p.i, p => p.r.Key));

    private static void AssertParted(Partition partition, int a, int b)
    {
        Assert.DoesNotContain(b, partition.ClusterOf(a));
        Assert.True(partition.ClusterOf(a).Count > 1 && partition.ClusterOf(b).Count > 1, "each is held by others");
    }

    /// <summary>One person in two halves, each bound by something of its own, that would join.</summary>
    private static List<MatchRecord> Halves(Func<int, (string, string)[]> more) => [.. Enumerable.Range(0, 20).Select(i =>
        Housemate($"{i:D2}", [("identifier", i < 10 ? "crm:4711" : "ecole:0815"), .. more(i)]))];

    private static IEnumerable<MatchRecord> House(string who, string date, string commune, int count, int dated, (string, string) own) =>
        Enumerable.Range(0, count).Select(i => Housemate($"{who}{i:D2}", [own, .. i < dated ? new[] { ("birthDate", date), ("birthCommune", commune) } : []]));

    private static MatchRecord Housemate(string key, (string, string)[] more) => People.Record(key,
    [
        ("birthName", "Quatrebarbes"), ("givenNames", "Jean"), ("givenNames", "Hippolyte"), ("sex", "M"),
        ("street", "rue des Lilas"), ("houseNumber", "12"), ("postCode", "38000"), ("city", "Grenoble"), .. more,
    ]);
}
