using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed class Correcting_an_import
{
    private const string Wrong = "mapping: file\nrecord:\n  key: id\ncitizen:\n  birthName: family\n";
    private const string Right = "mapping: file\nrecord:\n  key: id\ncitizen:\n  birthName: nom\n  givenNames: prenom\n";
    private const string People = "id;nom;prenom\n1;Lefèvre;Marie\n2;Zyblovski;Ottilie\n";

    private readonly string _folder = Shell.Folder();

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public async Task The_same_file_with_a_corrected_mapping_is_taken_again()
    {
        var file = Shell.Write(_folder, "people.csv", People);
        var first = await ImportAsync(file, "--mapping", Shell.Write(_folder, "m.yaml", Wrong));
        Assert.Contains("rejected 2", first.Output, StringComparison.Ordinal);
        var second = await ImportAsync(file, "--mapping", Shell.Write(_folder, "m.yaml", Right));
        Assert.Equal(0, second.Code);
        Assert.Contains("created 2", second.Output, StringComparison.Ordinal);
        var third = await ImportAsync(file);
        Assert.Contains("records in 0", third.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing new", third.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_repeats_far_down_is_no_key_and_no_row_is_written_over_another()
    {
        static string Letters(int i) => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}";
        var rows = Enumerable.Range(0, 1500).Select(i => $"{(i == 1450 ? 3 : i)};Nom{Letters(i)};Prénom{Letters(1499 - i)};{1 + (i % 28):00}/{1 + (i % 12):00}/{1930 + (i % 70)}\n");
        var file = Shell.Write(_folder, "people.csv", $"numero;nom;prenom;date_naissance\n{string.Concat(rows)}");
        var first = await ImportAsync(file);
        Assert.Contains("created 1500", first.Output, StringComparison.Ordinal);
        Assert.Contains("Rows share a value of numero", first.Error, StringComparison.Ordinal);
        Assert.Contains("created 0", (await ImportAsync(file)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--key")]
    [InlineData("--mapping")]
    public async Task Whoever_names_a_number_that_two_people_share_is_told_that_one_is_written_over_the_other_now_and_at_each_delivery(string how)
    {
        var file = Shell.Write(_folder, "people.csv", People + "1;Durand;Paul\n");
        var first = await ImportAsync(file, how, how == "--key" ? "id" : Shell.Write(_folder, "m.yaml", Right));
        Assert.Contains("Rows that differ share a value of id", first.Error, StringComparison.Ordinal);
        Assert.Contains("created 2", first.Output, StringComparison.Ordinal);
        Assert.Contains("updated 1", first.Output, StringComparison.Ordinal);
        Shell.Write(_folder, "people.csv", People + "1;Durand;Paul\n3;Petit;Anne\n");
        Assert.Contains("Rows that differ share a value of id", (await ImportAsync(file)).Error, StringComparison.Ordinal);
        Shell.Write(_folder, "people.csv", People + "3;Petit;Anne\n3;Petit;Anne\n");
        Assert.DoesNotContain("Rows that differ", (await ImportAsync(file)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_written_twice_and_one_without_its_number_cost_a_file_no_key()
    {
        var rows = string.Concat(Enumerable.Range(0, 1200).Select(i => $"{i};Nom{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))};Prénom{(char)('a' + (i / 676))}\n"));
        var file = Shell.Write(_folder, "people.csv", $"numero;nom;prenom\n{rows}7;Nomha;Prénoma\n;Nomsans;Numéro\n");
        var first = await ImportAsync(file);
        Assert.DoesNotContain("Rows share a value", first.Error, StringComparison.Ordinal);
        Assert.Contains("rejected 1", first.Output, StringComparison.Ordinal);
        Assert.Contains("created 1200", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_deletes_what_the_file_lacks_and_the_brake_holds_a_great_loss()
    {
        string Text(int count) => $"id;nom;prenom\n{string.Concat(Enumerable.Range(0, count).Select(i => $"{i};Nom{(char)('a' + i)}{(char)('m' - (i % 9))};Prénom{(char)('a' + (i * 5 % 26))}\n"))}";
        await ImportAsync(Shell.Write(_folder, "people.csv", Text(24)), "--snapshot");
        var one = await ImportAsync(Shell.Write(_folder, "people.csv", Text(23)), "--snapshot");
        Assert.Contains("deleted 1", one.Output, StringComparison.Ordinal);
        var held = await ImportAsync(Shell.Write(_folder, "people.csv", Text(3)), "--snapshot");
        Assert.Contains("state held", held.Output, StringComparison.Ordinal);
        Assert.Contains("deleted 0", held.Output, StringComparison.Ordinal);
        var approved = await ImportAsync(Shell.Write(_folder, "people.csv", Text(3)), "--snapshot", "--approve");
        Assert.Contains("deleted 20", approved.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_that_could_not_be_read_are_counted()
    {
        var file = Shell.Write(_folder, "people.csv", "id;nom;prenom;date_naissance;email\n1;Lefèvre;Marie;31/02/1980;m.lefevre@example.org\n2;Zyblovski;Ottilie;01/02/1980;o@example.org\n");
        var (code, output, _) = await ImportAsync(file);
        Assert.Equal(0, code);
        Assert.Contains("unread attributes 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_one_readable_row_ends_in_quarantine_also_without_a_mapping()
    {
        var file = Shell.Write(_folder, "bad.csv", "id;nom;prenom\n1;\"never closed;Marie\n");
        var (code, output, _) = await Shell.RunAsync("import", file, "--data", Data);
        Assert.NotEqual(0, code);
        Assert.Contains("state failed", output, StringComparison.Ordinal);
        Assert.DoesNotContain("rejected 0", output, StringComparison.Ordinal);
        var listed = await Shell.RunAsync("quarantine", "list", "--data", Data);
        Assert.Contains("bad.csv", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mappings_of_a_folder_are_checked()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "mappings")).FullName;
        Shell.Write(folder, "a.yaml", Right);
        Shell.Write(folder, "b.yaml", Right.Replace("birthName", "birthNam", StringComparison.Ordinal));
        var (code, output, _) = await Shell.RunAsync("mappings", "check", folder);
        Assert.Equal(2, code);
        Assert.Contains("b.yaml", output, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, "b.yaml"));
        Assert.Equal(0, (await Shell.RunAsync("mappings", "check", folder)).Code);
        Assert.Equal(2, (await Shell.RunAsync("mappings", "check", Directory.CreateDirectory(Path.Combine(_folder, "none")).FullName)).Code);
    }

    [Fact]
    public async Task A_better_mapping_updates_what_an_earlier_one_brought_in()
    {
        var file = Shell.Write(_folder, "people.csv", People);
        await ImportAsync(file, "--mapping", Shell.Write(_folder, "m.yaml", Right));
        var (_, output, _) = await ImportAsync(file, "--mapping", Shell.Write(_folder, "m.yaml", Right.Replace("birthName: nom", "usageName: nom", StringComparison.Ordinal)));
        Assert.Contains("updated 2", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_records_are_listed_without_content_and_replayed_by_the_corrected_mapping()
    {
        var file = Shell.Write(_folder, "people.csv", People + "3;too few\n");
        await ImportAsync(file, "--mapping", Shell.Write(_folder, "m.yaml", Wrong));
        var listed = await Shell.RunAsync("quarantine", "list", "--data", Data, "--lang", "en");
        Assert.Equal(0, listed.Code);
        Assert.Equal(3, listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("people.csv:4  row.too-few-columns  unreadable", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Ottilie", listed.Output, StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(Data, "config", "mappings"));
        Shell.Write(Path.Combine(Data, "config", "mappings"), "people.yaml", Right);
        var replayed = await Shell.RunAsync("quarantine", "replay", "--connection", "people", "--data", Data, "--lang", "en");
        Assert.Equal(0, replayed.Code);
        Assert.Contains("created 2", replayed.Output, StringComparison.Ordinal);
        Assert.Contains("golden records 2", replayed.Output, StringComparison.Ordinal);
        Assert.Single((await Shell.RunAsync("quarantine", "list", "--data", Data)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_key_the_file_does_not_have_is_refused_and_leaves_nothing_behind()
    {
        var file = Shell.Write(_folder, "people.csv", People);
        var (code, _, error) = await ImportAsync(file, "--key", "idd");
        Assert.Equal(2, code);
        Assert.Contains("'idd'", error, StringComparison.Ordinal);
        var after = await ImportAsync(file);
        Assert.Equal(0, after.Code);
        Assert.Contains("created 2", after.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("dedupe")]
    public async Task A_folder_is_refused_and_its_files_stay_where_they_are(string command)
    {
        var file = Shell.Write(_folder, "people.csv", People);
        var (code, _, error) = await Shell.RunAsync(command, _folder, "--lang", "en");
        Assert.Equal(2, code);
        Assert.Contains("is a folder", error, StringComparison.Ordinal);
        Assert.Contains($"See '{command} --help'", error, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task The_language_is_not_taken_for_the_command()
    {
        var (_, _, error) = await Shell.RunAsync("--lang", "en", "connections", "check");
        Assert.Contains("See 'connections check --help'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_looks_like_a_NIR_is_stored_nowhere_even_with_wrong_keys_and_after_the_mapping_is_corrected()
    {
        var file = Shell.Write(_folder, "people.csv", "id;nom;prenom;obs\n1;Lefèvre;Marie;154034900712345\n2;Zyblovski;Ottilie;2 80 12 49 007 123\n");
        await ImportAsync(file);
        await ImportAsync(file, "--mapping", Shell.Write(_folder, "m.yaml", Right));
        foreach (var stored in Directory.EnumerateFiles(Data, "*.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(stored);
            Assert.Equal(-1, bytes.AsSpan().IndexOf("154034900712345"u8));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("2 80 12 49 007 123"u8));
        }
    }

    private Task<(int Code, string Output, string Error)> ImportAsync(string file, params string[] more) =>
        Shell.RunAsync(["import", file, "--data", Data, "--lang", "en", .. more]);
}
