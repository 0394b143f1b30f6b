using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed partial class Counting_wrong_pairs
{
    [Fact]
    public async Task A_truth_of_two_values_is_counted_as_the_plain_formula_counts_it()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", TwoTeams(2000));
        var (code, output, _) = await Shell.RunAsync("evaluate", file, "--truth", "equipe", "--model", "french", "--wrong", "3", "--lang", "en");
        Assert.Equal(0, code);

        await Shell.RunAsync("dedupe", file, "--hide", "equipe", "--model", "french");
        var rows = (await File.ReadAllLinesAsync(Path.Combine(folder, "people.clusters.csv"))).Skip(1).Select(line => line.Split(';')).Select(row => (Cluster: row[0], Team: row[^1])).ToList();
        var (joined, missed) = (0L, 0L);
        for (var a = 0; a < rows.Count; a++)
        {
            for (var b = a + 1; b < rows.Count; b++)
            {
                joined += rows[a].Cluster == rows[b].Cluster && rows[a].Team != rows[b].Team ? 1 : 0;
                missed += rows[a].Cluster != rows[b].Cluster && rows[a].Team == rows[b].Team ? 1 : 0;
            }
        }

        Assert.True(joined > 50 && missed > 900_000);
        Assert.Equal([joined, missed], Counts(output));
        Assert.Equal(6, Pairs(output).Count);
    }

    [Fact]
    public void Wrong_pairs_are_counted_and_not_listed()
    {
        // Four hundred millions of missed pairs: a list of them would fill gigabytes.
        var truth = Enumerable.Range(0, 40_000).ToDictionary(row => row, row => row % 2 == 0 ? "=a" : "=b");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var output = Report(Alone(truth.Count), truth, [], 5);
        Assert.Equal([0, 20_000L * 19_999], Counts(output));
        Assert.Equal(["lines 2 and 4", "lines 2 and 6", "lines 2 and 8", "lines 2 and 10", "lines 2 and 12"], Pairs(output));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 250_000_000);
    }

    [Fact]
    public void Pairs_are_shown_in_the_order_of_their_rows_whatever_group_they_are_of()
    {
        string[] truth = ["=a", "=b", "=a", "=b", "=a", "=c"];
        var output = Report([0, 1, 2, 1, 0, 0], Known(truth), [], 20);
        Assert.Equal([2, 2], Counts(output));
        Assert.Equal(["lines 2 and 7", "lines 6 and 7", "lines 2 and 4", "lines 4 and 6"], Pairs(output));
    }

    [Fact]
    public void A_missed_pair_says_whether_it_was_asked_about_and_by_which_lines()
    {
        // Rows 0 and 1 are one cluster; the question of it and row 2 stands between rows 1 and 2. Row 3 is asked about, row 4 is not.
        string[] truth = ["=a", "=a", "=a", "=b", "=b", "=a"];
        Doubt[] doubts = [new(1, 2, 4000, 0, DoubtReason.Vetoed), new(4, 3, 2000, 0, DoubtReason.BetweenThresholds)];
        var missed = Report([0, 0, 1, 2, 3, 4], Known(truth), doubts, 20).Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("lines ", StringComparison.Ordinal));
        Assert.Equal(
        [
            "lines 2 and 4  asked by lines 3 and 4: Vetoed", "lines 2 and 7  not asked", "lines 3 and 4  asked: Vetoed", "lines 3 and 7  not asked",
            "lines 4 and 7  not asked", "lines 5 and 6  asked: BetweenThresholds",
        ], missed.Select(line => Weight().Replace(line, "")));
    }

    [Fact]
    public async Task A_file_says_of_each_missed_pair_whether_it_was_asked_about()
    {
        var others = string.Concat(TwoTeams(500).Split('\n').Skip(1).SkipLast(1).Select(line => line[..line.LastIndexOf(';')] + ";\n"));
        var file = Shell.Write(Shell.Folder(), "people.csv", "nom;prenom;date_naissance;verite\nZyblovski;Ottilie;12/03/1974;A\nTavernier;Ottilie;12/03/1974;A\nQuentin;Armand;30/11/1951;A\n" + others);
        var output = (await Shell.RunAsync("evaluate", file, "--truth", "verite", "--model", "french", "--lang", "en")).Output;
        Assert.Matches(@"lines 2 and 3  weight .*asked: BetweenThresholds", output);
        Assert.Matches(@"lines 2 and 4  weight .*  not asked", output);
    }

    private static string Report(IReadOnlyList<int> clusterOf, Dictionary<int, string> truth, IReadOnlyList<Doubt> doubts, int wrong)
    {
        var partition = new Partition();
        partition.Apply(new Resolution([new ResolvedComponent([.. Enumerable.Range(0, clusterOf.Count).GroupBy(row => clusterOf[row]).Select(group => group.ToArray())], doubts)], [], []), []);
        var linked = new LinkedFile(MatchModel.French, [.. Enumerable.Range(0, clusterOf.Count)], partition, clusterOf);
        var rows = new FileRows([.. Enumerable.Range(0, clusterOf.Count).Select(row => new SourceRecord { Key = "", Version = new RecordVersion(1, (row + 2).ToString(CultureInfo.InvariantCulture)) })], [], []);
        using var output = new StringWriter();
        new EvaluationReport(linked, rows, _ => [], truth).Write(new Terminal(output, TextWriter.Null, Words.English, interactive: false), wrong);
        return output.ToString();
    }

    private static int[] Alone(int rows) => [.. Enumerable.Range(0, rows)];

    private static Dictionary<int, string> Known(string[] truth) => truth.Select((person, row) => (person, row)).ToDictionary(t => t.row, t => t.person);

    private static IReadOnlyList<long> Counts(string output) => [.. Count().Matches(output).Select(match => long.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture))];

    private static IReadOnlyList<string> Pairs(string output) => [.. Lines().Matches(output).Select(match => match.Value)];

    /// <summary>Every tenth person stands twice, one in three of them in both teams.</summary>
    private static string TwoTeams(int rows)
    {
        string[] given = ["Ottilie", "Armand", "Sidonie", "Barnabé", "Zélie", "Hippolyte", "Philomène"];
        string[] syllables = ["bra", "clo", "dru", "fle", "gri", "kra", "plu", "sta", "tre", "vlo", "zwi", "mou", "bert", "chal", "dinot"];
        var text = new StringBuilder("nom;prenom;date_naissance;equipe\n");
        for (var i = 0; i < rows; i++)
        {
            var random = new Random(i % 10 == 1 ? i - 1 : i);
            var name = string.Concat(Enumerable.Range(0, 4).Select(_ => syllables[random.Next(syllables.Length)]));
            text.Append(CultureInfo.InvariantCulture, $"{name};{given[random.Next(given.Length)]};{random.Next(1, 29):00}/{random.Next(1, 13):00}/{random.Next(1930, 2000)};{(i / 3 % 2 == 0) switch { true => "rouge", false => "bleue" }}\n");
        }

        return text.ToString();
    }

    [GeneratedRegex("^(wrongly joined|missed) (?<count>[0-9]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Count();

    [GeneratedRegex("lines [0-9]+ and [0-9]+(?=  weight|\r?\n|  (not )?asked)", RegexOptions.ExplicitCapture)]
    private static partial Regex Lines();

    [GeneratedRegex(@"  weight -?[0-9.]+(  veto \w+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Weight();
}
