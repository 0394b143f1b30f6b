using System.Globalization;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Clustering;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Tests.Matching;

/// <summary>Files that make matchers run for hours or out of memory: a defined result, within a bound.</summary>
[Collection(Bounds.Name)]
public sealed class Crowds_stay_within_bounds
{
    [Fact]
    public void Rows_that_say_nothing_stand_alone_and_are_reported()
    {
        var partition = Bounds.Link(Rows(10_000, _ => []), 200, 20_000);
        Assert.All(partition.Clusters, c => Assert.Single(c));
        Assert.Equal(10_000 * Bounds.Scale, partition.Doubts.Count(d => d.Reason == DoubtReason.NoUsableKey));
    }

    [Fact]
    public void A_file_of_one_column_links_nobody()
    {
        var partition = Bounds.Link(Rows(10_000, i => [("birthName", Word(i / 4))]), 200, 20_000);
        Assert.All(partition.Clusters, c => Assert.Single(c));
    }

    [Fact]
    public void A_column_that_is_the_same_in_every_row_costs_and_links_nothing()
    {
        // A row in two repeats the one before it under another key.
        var partition = Bounds.Link(Rows(50_000, i => [.. Person(i / 2), ("city", "Grenoble"), ("postCode", "38000"), ("birthCommune", "38185")]), 600, 20_000);
        Assert.InRange(partition.Clusters.Count(c => c is [var a, var b] && a / 2 == b / 2), 24_750 * Bounds.Scale, 25_000 * Bounds.Scale);
    }

    [Fact]
    public void One_surname_for_all_finds_the_few_who_are_the_same()
    {
        // The last thousand repeat the first thousand.
        var people = 10_000 * Bounds.Scale;
        var partition = Bounds.Link(Rows(10_000, i => [("birthName", "Martin"), .. Person(i < people - 1_000 ? i : i - people + 1_000).Skip(1)]), 3_000, 30_000);
        var met = partition.Doubts.Select(d => (d.A, d.B)).ToHashSet();
        Assert.InRange(Enumerable.Range(0, 1_000).Count(i => partition.ClusterOf(i).Contains(people - 1_000 + i) || met.Contains((i, people - 1_000 + i))), 990, 1_000);
        Assert.InRange(partition.Clusters.Count(c => c.Any(r => r < people - 1_000 && c.Any(o => o < people - 1_000 && o != r))), 0, people / 50);
    }

    [Fact]
    public void Names_in_other_scripts_are_told_apart()
    {
        var partition = Bounds.Link(Rows(5_000, i => [("birthName", Script(i / 2, 3)), ("givenNames", Script(i / 2 * 7, 2)), .. Person(i / 2).Skip(2)]), 600, 20_000);
        Assert.InRange(partition.Clusters.Count(c => c is [var a, var b] && a / 2 == b / 2), 2_450 * Bounds.Scale, 2_500 * Bounds.Scale);
    }

    [Fact]
    public void Names_of_a_thousand_characters_cost_no_more_than_their_beginnings()
    {
        var partition = Bounds.Link(Rows(2_000, i => [("birthName", $"{Word(i / 2)} {new string('X', 1_000)}"), .. Person(i / 2).Skip(1)]), 2_000, 50_000);
        Assert.InRange(partition.Clusters.Count(c => c is [var a, var b] && a / 2 == b / 2), 980 * Bounds.Scale, 1_000 * Bounds.Scale);
    }

    [Fact]
    public void Fifty_identical_records_of_each_person_are_that_person()
    {
        var partition = Bounds.Link(Rows(2_500, i => [.. Person(i / 50), ("birthCommune", "38185")]), 10_000, 100_000);
        Assert.Equal(50 * Bounds.Scale, partition.Clusters.Count(c => c.Length == 50 && c.All(r => r / 50 == c[0] / 50)));
    }

    [Fact]
    public void A_crowd_that_nobody_can_tell_apart_is_asked_about_once_a_record_and_not_once_a_pair()
    {
        var rows = Dense(900, _ => [("birthName", "Martin"), ("givenNames", "Jean"), ("birthDate", "1970-05-05"), ("sex", "M")]);
        var processor = Environment.CpuUsage.TotalTime;
        var partition = Linker.Link(MatchModel.French, rows);
        Assert.InRange((Environment.CpuUsage.TotalTime - processor).TotalSeconds, 0, 12);
        Assert.InRange(partition.Doubts.Count(), 1, rows.Count - 1);
        Assert.Equal(rows.Count, Joined(partition, rows.Count));
    }

    [Fact]
    public void A_crowd_of_slips_of_one_person_costs_time_in_its_pairs_only()
    {
        var random = new Random(4);
        var rows = Dense(800, _ => [("birthName", People.Damage(random, "LEMARCHAND")), ("givenNames", random.Next(3) == 0 ? People.Damage(random, "GENEVIEVE") : "GENEVIEVE"), ("birthDate", random.Next(4) == 0 ? "" : "1951-07-14"), ("phone", random.Next(3) == 0 ? "" : "0241556677")]);
        var processor = Environment.CpuUsage.TotalTime;
        var partition = Linker.Link(MatchModel.French, rows);
        Assert.InRange((Environment.CpuUsage.TotalTime - processor).TotalSeconds, 0, 12);
        Assert.InRange(partition.Doubts.Count(d => d.Reason == DoubtReason.Oversized), 1, rows.Count - 1);
    }

    [Fact]
    public void What_a_veto_holds_in_a_crowd_is_asked_about_though_other_questions_lead_there()
    {
        var rows = Dense(90, i => [("birthName", "Martin"), ("givenNames", "Jean"), ("birthDate", "1970-05-05"), ("sex", "M"), .. i is 40 or 41 ? [("identifier", $"!agents:40{i}7")] : Array.Empty<(string, string)>()]);
        var partition = Linker.Link(MatchModel.French, rows);
        Assert.Contains(partition.Doubts, doubt => (doubt.A, doubt.B, doubt.Reason) is (40, 41, DoubtReason.Vetoed) or (41, 40, DoubtReason.Vetoed));
    }

    [Fact]
    public void What_vetoes_hold_in_a_crowd_is_asked_about_once_a_record_too()
    {
        var rows = Dense(200, i => [("birthName", "Martin"), ("givenNames", "Jean"), ("birthDate", "1970-05-05"), ("sex", "M"), ("identifier", $"!agents:4{i:D4}7")]);
        var partition = Linker.Link(MatchModel.French, rows);
        Assert.Equal(rows.Count - 1, partition.Doubts.Count(doubt => doubt.Reason == DoubtReason.Vetoed));
        Assert.Equal(rows.Count, Joined(partition, rows.Count));
    }

    [Fact]
    public void What_stands_between_two_of_a_crowd_is_the_same_whether_their_pair_is_stored_or_not()
    {
        var (members, vocabulary) = Members(People.Crowd(13, 1_100).Select(p => p.Record));
        var links = Links(members, vocabulary).Order().ToArray();
        var stances = new Stances(MatchModel.French.Settings);
        using var stored = new Obstacles(new Component(members, links, [], vocabulary), MatchModel.French.Settings, stances, MatchModel.French.Scorer);
        using var found = new Obstacles(new Component(members, [], [], vocabulary), MatchModel.French.Settings, stances, MatchModel.French.Scorer);
        Assert.All(links, link => Assert.Equal(found.Of(link.A, link.B), stored.Of(link.B, link.A)));
    }

    [Fact]
    public void What_is_remembered_of_rivals_is_what_would_be_found_again()
    {
        var random = new Random(6);
        var (members, vocabulary) = Members(People.Crowd(12, 140).Select(p => p.Record));
        var links = Links(members, vocabulary).Select(link => link with { Weight = link.Weight + random.Next(12_000) }).Order().ToArray();
        var component = new Component(members, links, [], vocabulary);
        using var obstacles = new Obstacles(component, MatchModel.French.Settings, new Stances(MatchModel.French.Settings), MatchModel.French.Scorer);
        var (groups, edges) = (new Groups(members.Length, obstacles), new Neighbours(component));
        var (finding, remembering) = (new Rivals(groups, edges, members.Length, few: int.MaxValue), new Rivals(groups, edges, members.Length, few: 0));
        for (var round = 0; round < 3000; round++)
        {
            var link = links[random.Next(links.Length)];
            var (x, y) = (groups.Of(link.A), groups.Of(link.B));
            if (x != y)
            {
                Assert.Equal(finding.Odds(link, x, y, round % 2 == 0), remembering.Odds(link, x, y, round % 2 == 0));
                if (round % 100 == 0 && groups.Between(x, y) != Obstacle.Never)
                {
                    groups.Join(x, y);
                }
            }
        }
    }

    [Fact]
    public void Whoever_waits_for_a_crowd_may_leave()
    {
        var (members, vocabulary) = Members(Dense(2, _ => [("birthName", "Martin"), ("givenNames", "Jean"), ("birthDate", "1970-05-05")]));
        var component = new Component(members, [new Link(0, 1, 9000, 0, false)], [], vocabulary);
        Assert.Throws<OperationCanceledException>(() => new Clusterer(MatchModel.French.Settings, MatchModel.French.Scorer).Solve(component, new CancellationToken(canceled: true)));
    }

    private static (Member[] Members, Vocabulary Vocabulary) Members(IEnumerable<MatchRecord> records)
    {
        var rows = records.ToArray();
        var vocabulary = MatchModel.French.Adjusted(InternedRecords.Of(MatchModel.French, rows).Vocabulary);
        return ([.. rows.Select((record, i) => new Member(record.Key, i, MatchModel.French.Rows.Write(record, vocabulary)))], vocabulary);
    }

    private static IEnumerable<Link> Links(Member[] members, Vocabulary vocabulary) =>
        from a in Enumerable.Range(0, members.Length)
        from b in Enumerable.Range(a + 1, members.Length - a - 1)
        let score = MatchModel.French.Scorer.Compare(members[a].Row.Span, members[b].Row.Span, vocabulary)
        select new Link(a, b, score.Weight, score.Pattern, score.Vetoed);

    /// <summary>Records that are one when every question is answered "the same".</summary>
    private static int Joined(Partition partition, int count)
    {
        var group = Enumerable.Range(0, count).ToArray();
        foreach (var (a, b) in partition.Clusters.SelectMany(c => c.Skip(1).Select(r => (c[0], r))).Concat(partition.Doubts.Where(d => d.B is not null).Select(d => (d.A, d.B!.Value))))
        {
            var (kept, gone) = (group[a], group[b]);
            group = [.. group.Select(g => g == gone ? kept : g)];
        }

        return group.GroupBy(g => g).Max(g => g.Count());
    }

    /// <summary>Rows of which every two are a pair: as many however large the other crowds are made.</summary>
    private static List<MatchRecord> Dense(int count, Func<int, (string, string)[]> values) => [.. Enumerable.Range(0, count).Select(i => People.Record($"{i:D8}", values(i)))];

    private static List<MatchRecord> Rows(int count, Func<int, (string, string)[]> values) =>
        [.. Enumerable.Range(0, count * Bounds.Scale).Select(i => People.Record($"{i:D8}", values(i)))];

    /// <summary>Surname, given name, birth date, phone of the person of that number.</summary>
    private static (string, string)[] Person(int i) =>
    [
        ("birthName", Word(i)),
        ("givenNames", Word(i * 31)),
        ("birthDate", new DateOnly(1930, 1, 2).AddDays((int)((uint)i * 40503u % 29_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("phone", $"06{(uint)i * 2654435761u % 100_000_000:D8}"),
    ];

    private static string Word(int i)
    {
        Span<char> name = stackalloc char[6];
        var rest = (uint)i * 2654435761u;
        for (var at = 0; at < name.Length; at += 2)
        {
            (name[at], name[at + 1]) = ("BCDFGLMNPRST"[(int)(rest % 12)], "AEIOU"[(int)(rest / 12 % 5)]);
            rest /= 60;
        }

        return new string(name);
    }

    /// <summary>A word of Cyrillic, Arabic or Chinese letters.</summary>
    private static string Script(int i, int length)
    {
        var (first, letters) = (i % 3) switch { 0 => ('\u0430', 32u), 1 => ('\u0628', 20u), _ => ('\u4e00', 900u) };
        var rest = (uint)i * 2654435761u;
        return string.Concat(Enumerable.Range(0, length * 2).Select(_ => (char)(first + ((rest = (rest * 1664525u) + 1013904223u) >> 8) % letters)));
    }
}
