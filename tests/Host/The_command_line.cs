using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed partial class The_command_line
{
    private const string People = """
        id;nom;prenom;date_naissance;email;verite
        1;Lefèvre;Marie-Hélène;12/03/1974;mh.lefevre@example.org;A
        2;LEFEVRE;Marie Helene;12/03/1974;mh.lefevre@example.org;A
        3;Zyblovski;Ottilie;01/07/1990;o.zyblovski@example.org;B
        4;Quentin;Armand;30/11/1951;;C
        """;

    [Fact]
    public async Task Evaluate_prints_one_figure_a_line_in_invariant_form_whatever_the_language()
    {
        var file = Shell.Write(Shell.Folder(), "people.csv", People);
        var french = await Shell.RunAsync("evaluate", file, "--truth", "verite", "--lang", "fr");
        var english = await Shell.RunAsync("evaluate", file, "--truth", "verite", "--lang", "en");
        Assert.Equal(0, french.Code);
        Assert.Equal(["pairwise precision 1.0000", "pairwise recall 1.0000", "pairwise f1 1.0000", "cluster precision 1.0000", "cluster recall 1.0000", "cluster f1 1.0000"],
            french.Output.Split('\n').Take(6).Select(line => line.TrimEnd()));
        Assert.Equal(Figures(english.Output), Figures(french.Output));
        Assert.Contains("Mapping proposé", french.Error, StringComparison.Ordinal);
        Assert.Contains("Proposed mapping", english.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_hides_truth_and_record_ids_from_the_matcher_and_lists_what_it_got_wrong()
    {
        var file = Shell.Write(Shell.Folder(), "people.csv", People.Replace(";B", ";A", StringComparison.Ordinal));
        var (code, output, error) = await Shell.RunAsync("evaluate", file, "--truth", "verite", "--lang", "en");
        Assert.Equal(0, code);
        Assert.Contains("Hidden from the matcher: ", error, StringComparison.Ordinal);
        Assert.Contains("id", error.Split('\n').First(line => line.StartsWith("Hidden", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("verite", error[error.IndexOf("mapping:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("missed 2", output, StringComparison.Ordinal);
        Assert.Contains("lines 2 and 4", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_truth_pattern_takes_its_match()
    {
        var text = People.Replace(";A", ";rec-1-org", StringComparison.Ordinal).Replace("2;LEFEVRE", "2;LEFEVRE", StringComparison.Ordinal);
        var file = Shell.Write(Shell.Folder(), "people.csv", text);
        var (code, output, _) = await Shell.RunAsync("evaluate", file, "--truth", "verite", "--truth-pattern", @"^rec-\d+");
        Assert.Equal(0, code);
        Assert.StartsWith("pairwise precision 1.0000", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_model_is_activated_on_the_file_before_it_judges()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", People);
        var report = Path.Combine(folder, "r.txt");
        var (code, _, _) = await Shell.RunAsync("dedupe", file, "--model", "french", "--out", Path.Combine(folder, "out.csv"), "--report", report, "--lang", "en");
        Assert.Equal(0, code);
        var text = await File.ReadAllTextAsync(report);
        Assert.Contains("french@", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Mdm.Matching.MatchModel.French.Version, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dedupe_writes_the_rows_with_their_cluster_and_a_report()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", People);
        var (code, _, _) = await Shell.RunAsync("dedupe", file, "--out", Path.Combine(folder, "out.csv"), "--report", Path.Combine(folder, "r.txt"), "--lang", "fr");
        Assert.Equal(0, code);
        var rows = File.ReadAllLines(Path.Combine(folder, "out.csv"));
        Assert.Equal(5, rows.Length);
        Assert.Equal(["1", "1", "2", "3"], rows.Skip(1).Select(row => row.Split(';')[0]));
        Assert.EndsWith("Lefèvre;Marie-Hélène;12/03/1974;mh.lefevre@example.org;A", rows[1], StringComparison.Ordinal);
        Assert.Contains("lignes 2, 3", File.ReadAllText(Path.Combine(folder, "r.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dedupe_never_writes_over_the_file_it_reads()
    {
        var file = Shell.Write(Shell.Folder(), "people.csv", People);
        var (code, _, _) = await Shell.RunAsync("dedupe", file, "--out", file);
        Assert.Equal(2, code);
        Assert.Equal(People, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData(2, "evaluate", "FILE")]
    [InlineData(2, "evaluate", "FILE", "--truth", "veritee", "veritee", "verite")]
    [InlineData(2, "evaluate", "FILE", "--truth", "verite", "--truth-pattern", "(", "(")]
    [InlineData(2, "dedupe", "no-such-file.csv", "no-such-file.csv")]
    [InlineData(2, "dedupe", "FILE", "--mapping", "nothing", "nothing", "crm")]
    [InlineData(2, "import")]
    [InlineData(2, "frobnicate", "frobnicate")]
    [InlineData(2, "export", "--data", "no-such-folder", "--out", "x", "no-such-folder")]
    public async Task A_wrong_command_ends_with_2_and_a_word_on_what_to_do(int expected, params string[] words)
    {
        var file = Shell.Write(Shell.Folder(), "people.csv", People);
        var args = words.Select(word => word == "FILE" ? file : word).ToArray();
        var (code, _, error) = await Shell.RunAsync([.. args[..ArgumentCount(words)], "--lang", "en"]);
        Assert.Equal(expected, code);
        Assert.NotEmpty(error);
        foreach (var word in words[ArgumentCount(words)..])
        {
            Assert.Contains(word, error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_import_of_good_and_bad_rows_ends_with_1_and_keeps_the_bad_ones()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", People + "\n5;\"never closed;x;01/01/2000;;D\n");
        var (code, output, error) = await Shell.RunAsync("import", file, "--data", Path.Combine(folder, "data"), "--lang", "en");
        Assert.Equal(1, code);
        Assert.Contains("state partial", output, StringComparison.Ordinal);
        Assert.Contains("golden records 3", output, StringComparison.Ordinal);
        Assert.Contains("replayed", error, StringComparison.Ordinal);
        var export = await Shell.RunAsync("export", "--data", Path.Combine(folder, "data"), "--out", Path.Combine(folder, "x"));
        Assert.Equal(0, export.Code);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(folder, "x", "registry.jsonl")).Length);
    }

    [Fact]
    public async Task A_file_imported_again_changes_nothing()
    {
        var folder = Shell.Folder();
        var file = Shell.Write(folder, "people.csv", People);
        await Shell.RunAsync("import", file, "--data", Path.Combine(folder, "data"));
        var (code, output, _) = await Shell.RunAsync("import", file, "--data", Path.Combine(folder, "data"));
        Assert.Equal(0, code);
        Assert.Contains("created 0", output, StringComparison.Ordinal);
        Assert.Contains("golden records 3", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_named_with_its_place_and_the_nearest_word()
    {
        var folder = Shell.Folder();
        var settings = Shell.Write(folder, "hub.yaml", "town: Saint-Test\nlisten: http://127.0.0.1:1\nstroe: sqlite\n");
        var (code, _, error) = await Shell.RunAsync("export", "--settings", settings, "--out", folder);
        Assert.Equal(2, code);
        Assert.Contains("hub.yaml:3", error, StringComparison.Ordinal);
        Assert.Contains("\"store\"", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Find the duplicates of a file")]
    [InlineData("fr", "Trouver les doublons d’un fichier")]
    public async Task Help_speaks_both_languages(string language, string text)
    {
        var (code, output, _) = await Shell.RunAsync("dedupe", "--help", "--lang", language);
        Assert.Equal(0, code);
        Assert.Contains(text, Blank().Replace(output, " "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_town_is_written_with_its_truth_and_its_mappings_hold()
    {
        var folder = Shell.Folder();
        var (code, output, _) = await Shell.RunAsync("sandbox", "town", "--out", folder, "--people", "50", "--seed", "3");
        Assert.Equal(0, code);
        Assert.True(File.Exists(Path.Combine(folder, "truth.csv")));
        Assert.True(int.Parse(output.Split('\n')[0].Split(' ')[1], CultureInfo.InvariantCulture) >= 50);
    }

    // What stands after the command's own words are texts the error must hold.
    private static int ArgumentCount(string[] words) => words switch
    {
        ["evaluate", "FILE"] => 2,
        ["evaluate", "FILE", "--truth", _, "--truth-pattern", ..] => 6,
        ["evaluate", ..] => 4,
        ["dedupe", "FILE", ..] => 4,
        ["dedupe", ..] => 2,
        ["export", ..] => 5,
        _ => 1,
    };

    private static List<string> Figures(string output) =>
        [.. output.Split('\n').Select(line => line.TrimEnd()).Where(line => FigureLine().IsMatch(line))];

    [GeneratedRegex(@"^[a-z][a-z0-9 -]+ [\d.]+$")]
    private static partial Regex FigureLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
