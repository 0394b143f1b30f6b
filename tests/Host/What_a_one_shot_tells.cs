using System.Globalization;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

/// <summary>A tired architect must not lose a file to its own result, nor read a figure that was made without half of the data.</summary>
public sealed class What_a_one_shot_tells
{
    private static readonly string People = "nom;prenom;date_naissance;profession\n" + string.Concat(Enumerable.Range(0, 60).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"Nom{(char)('a' + (i % 26))}{(char)('a' + (i / 26))};Prénom{(char)('a' + (i * 7 % 26))};{(i is 7 or 9 ? "31/02/2001" : $"{1 + (i % 28):00}/{1 + (i % 12):00}/{1940 + i}")};{(i % 3 == 0 ? "boulanger" : "potière")}\n")));

    private readonly string _folder = Shell.Folder();

    [Theory]
    [InlineData("dedupe FILE --out FILE")]
    [InlineData("dedupe FILE --report FILE")]
    [InlineData("dedupe FILE --save-mapping FILE")]
    [InlineData("dedupe FILE --out x.csv --report ./x.csv")]
    [InlineData("dedupe FILE --report people.clusters.csv")] // the name that the result would be given
    [InlineData("dedupe FILE --mapping people.yaml --out people.yaml")]
    [InlineData("train FILE --report people.model.yaml")]
    [InlineData("evaluate FILE --truth nom --save-mapping FILE")]
    [InlineData("train FILE --out FILE")]
    [InlineData("train FILE --report FILE")]
    [InlineData("explain FILE 2 3 --svg FILE")]
    [InlineData("import FILE --save-mapping FILE")]
    public async Task A_result_is_never_written_over_what_is_read_or_over_another(string command)
    {
        var file = Shell.Write(_folder, "people.csv", People);

        var (code, _, error) = await Shell.RunAsync(command.Replace("FILE", file, StringComparison.Ordinal).Replace(" people.", $" {Path.Combine(_folder, "people.")}", StringComparison.Ordinal).Split(' '));

        Assert.Equal(2, code);
        Assert.Contains("is named twice", error, StringComparison.Ordinal);
        Assert.Equal(People, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Rejected_rows_are_not_written_over_the_file_they_are_of()
    {
        var file = Shell.Write(_folder, "x.rejected.csv", People + "\"never closed;x\n");
        var before = await File.ReadAllTextAsync(file);
        Assert.Equal(2, (await Shell.RunAsync("dedupe", file, "--out", Path.Combine(_folder, "x.csv"))).Code);
        Assert.Equal(before, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("dedupe FILE --out", "")]
    [InlineData("dedupe FILE --model", "")]
    [InlineData("evaluate FILE --truth", "")]
    [InlineData("dedupe", "")]
    public async Task An_empty_or_impossible_name_is_refused_as_any_other(string command, string said)
    {
        var file = Shell.Write(_folder, "people.csv", People);
        var (code, _, error) = await Shell.RunAsync([.. command.Replace("FILE", file, StringComparison.Ordinal).Split(' '), said]);
        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_column_to_ignore_may_be_missing_and_one_that_few_rows_have_is_there()
    {
        var rows = string.Concat(Enumerable.Range(0, 1300).Select(i => $"{{\"nom\":\"Nom{i}\",\"prenom\":\"Anne\"{(i > 1200 ? ",\"metier\":\"potière\"" : "")}}}\n"));
        var columns = Shell.Write(_folder, "c.yaml", "columns:\n  metier: text\n  absente: ignore\n");
        var (code, _, error) = await Shell.RunAsync("dedupe", Shell.Write(_folder, "people.jsonl", rows), "--columns", columns, "--model", "french");
        Assert.True(code == 0, error);
    }

    [Fact]
    public async Task Values_that_could_not_be_read_are_counted_by_column_with_the_reason_and_the_first_line()
    {
        var (_, _, error) = await Shell.RunAsync("dedupe", Shell.Write(_folder, "people.csv", People), "--model", "french");
        Assert.Contains("Column date_naissance, values that could not be used and are not compared: 2, the first in line 9. No such day (date.impossible). If they", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_say_too_little_to_be_compared_are_counted_in_the_report_and_their_lines_told()
    {
        var before = People.Split('\n').Length;
        var file = Shell.Write(_folder, "people.csv", People + string.Concat(Enumerable.Repeat("?;N/A;;boulanger\n", 203)));
        await Shell.RunAsync("dedupe", file, "--model", "french");
        var report = await File.ReadAllTextAsync(Path.Combine(_folder, "people.report.txt"));
        Assert.Contains($"say too little to be compared: 203{Environment.NewLine}  lines: {before}, {before + 1}, ", report, StringComparison.Ordinal);
        Assert.Contains($" {before + 199}, and 3 more{Environment.NewLine}", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_the_model_does_not_compare_is_named_and_one_that_it_does_is_not()
    {
        var file = Shell.Write(_folder, "people.csv", People);
        var asked = (await Shell.RunAsync("dedupe", file, "--model", "french")).Error;
        var unasked = (await Shell.RunAsync("dedupe", file)).Error;
        Assert.Contains("profession: not compared after all, for the model knows nothing of it; leave --model out", asked, StringComparison.Ordinal);
        Assert.Contains("profession: not compared after all, for nothing could be learned from the file", unasked, StringComparison.Ordinal);
        Assert.DoesNotContain("nom: not compared", asked + unasked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_columns_document_that_speaks_of_another_file_is_refused_with_the_nearest_name()
    {
        var file = Shell.Write(_folder, "people.csv", People);
        var (code, _, error) = await Shell.RunAsync("dedupe", file, "--columns", Shell.Write(_folder, "c.yaml", "columns:\n  prenom: givenNames\n  date_naisance: birthDate\n"));
        Assert.Equal(2, code);
        Assert.Contains("'date_naisance'", error, StringComparison.Ordinal);
        Assert.Contains("date_naissance'?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vide", null, "says anything in column vide")]
    [InlineData("nom", "^[0-9]+$", "Nothing in column nom matches")]
    public async Task A_truth_that_nothing_tells_is_an_error_not_a_precision_of_naught(string column, string? pattern, string said)
    {
        var file = Shell.Write(_folder, "people.csv", People.Replace("\n", ";\n", StringComparison.Ordinal).Replace("profession;", "profession;vide", StringComparison.Ordinal));
        foreach (var command in (string[])["evaluate", "train"])
        {
            string[] asked = [command, file, "--truth", column, .. pattern is null ? (string[])[] : ["--truth-pattern", pattern]];
            var (code, _, error) = await Shell.RunAsync(asked);
            Assert.Equal(2, code);
            Assert.Contains(said, error, StringComparison.Ordinal);
        }
    }
}
