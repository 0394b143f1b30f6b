using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed partial class Reading_the_report_of_dedupe
{
    private const int Pairs = 260;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_doubtful_pair_is_named_the_first_two_hundred_with_their_evidence(string language)
    {
        var report = await DedupeAsync(People(Pairs), language);
        var doubts = Doubts().Matches(report).Select(match => (First: int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture), Second: int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture))).ToList();

        var said = int.Parse(Doubtful().Match(report).Groups["count"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(said, 240, Pairs);
        Assert.Equal(said, doubts.Distinct().Count());
        Assert.Equal(said, doubts.Count);
        Assert.All(doubts, doubt => Assert.Equal(Pairs, Math.Abs(doubt.First - doubt.Second)));
        Assert.Equal(200, Evidence(report).Count);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"\n{said - 200} {(language == "en" ? "more, less likely than these" : "autre")}"), report, StringComparison.Ordinal);
        Assert.Matches(@"\n +[+−][0-9]+[.,][0-9]  (Lines|Lignes) [0-9]+ (and|et) [0-9]+", report[report.IndexOf($"\n{said - 200} ", StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_lines_of_a_pairs_evidence_add_up_to_its_total(string language)
    {
        var report = await DedupeAsync(People(60) + string.Concat(People(60).Split('\n').Skip(1).Take(40).Select(line => line.ToUpperInvariant() + "\n")), language);
        var pairs = Evidence(report);
        Assert.InRange(pairs.Count, 60, 400);
        Assert.All(pairs, pair =>
        {
            Assert.InRange(pair.Count, 3, 20);
            // Each is rounded to a tenth by itself.
            Assert.Equal(pair[^1], pair.SkipLast(1).Sum(), 0.05 * pair.Count + 0.001);
        });
    }

    [Fact]
    public async Task A_file_of_few_doubts_has_no_others()
    {
        var report = await DedupeAsync(People(150), "en");
        Assert.DoesNotContain("less likely than these", report, StringComparison.Ordinal);
        var said = int.Parse(Doubtful().Match(report).Groups["count"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(said, 100, 150);
        Assert.Equal(said, Evidence(report).Count);
    }

    private static async Task<string> DedupeAsync(string people, string language)
    {
        var folder = Shell.Folder();
        var (code, _, _) = await Shell.RunAsync("dedupe", Shell.Write(folder, "people.csv", people), "--model", "french", "--lang", language);
        Assert.Equal(0, code);
        return await File.ReadAllTextAsync(Path.Combine(folder, "people.report.txt"));
    }

    /// <summary>The bits of each pair that has its evidence, the total last.</summary>
    private static List<List<double>> Evidence(string report)
    {
        var (pairs, open) = (new List<List<double>>(), new List<double>());
        foreach (var line in report.Split('\n').Select(line => Bits().Match(line)).Where(line => line.Success))
        {
            open.Add(double.Parse(line.Groups["bits"].Value.Replace('−', '-').Replace(',', '.'), CultureInfo.InvariantCulture));
            if (line.Groups["total"].Success)
            {
                pairs.Add(open);
                open = [];
            }
        }

        return pairs;
    }

    /// <summary>So many people, then as many again who differ by their surname: each has a doubt.</summary>
    private static string People(int pairs)
    {
        string[] given = ["Ottilie", "Armand", "Sidonie", "Barnabé", "Zélie", "Hippolyte", "Philomène"];
        string[] syllables = ["bra", "clo", "dru", "fle", "gri", "kra", "plu", "sta", "tre", "vlo", "zwi", "mou", "bert", "chal", "dinot"];
        var (random, text) = (new Random(5), new StringBuilder("nom;prenom;date_naissance\n"));
        for (var i = 0; i < 2 * pairs; i++)
        {
            var who = i % pairs;
            var name = string.Concat(Enumerable.Range(0, 4).Select(_ => syllables[random.Next(syllables.Length)]));
            text.Append(CultureInfo.InvariantCulture, $"{name};{given[who % 7]};{1 + (who % 28):00}/{1 + (who % 12):00}/{1930 + (who / 4)}\n");
        }

        return text.ToString();
    }

    [GeneratedRegex("(Lines|Lignes) (?<a>[0-9]+) (and|et) (?<b>[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Doubts();

    [GeneratedRegex("(Doubtful pairs|Paires douteuses)[^0-9]*(?<count>[0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Doubtful();

    [GeneratedRegex("^ +(?<bits>[+−]?[0-9]+[.,][0-9])  (?!Li)(?<total>total)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Bits();
}
