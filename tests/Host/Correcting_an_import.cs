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
