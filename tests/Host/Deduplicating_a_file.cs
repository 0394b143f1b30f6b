using System.Text;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed class Deduplicating_a_file
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private const string People = "id;nom;prenom;date_naissance\r\n1;Lefèvre;Hélène;12/03/1974\r\n2;LEFEVRE;HELENE;12/03/1974\r\n3;Zyblovski;Zoé;01/07/1990\r\n";

    public static TheoryData<string> Habits => ["windows-1252", "utf-8", "utf-8 with a mark", "utf-16"];

    [Theory]
    [MemberData(nameof(Habits))]
    public async Task The_result_is_written_as_the_input_is(string habit)
    {
        var encoding = habit switch { "windows-1252" => Windows1252, "utf-16" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true), _ => new UTF8Encoding(habit != "utf-8") };
        var folder = Shell.Folder();
        var input = Path.Combine(folder, "people.csv");
        await File.WriteAllTextAsync(input, People, encoding);

        Assert.Equal(0, (await Shell.RunAsync("dedupe", input)).Code);

        var expected = People.Replace("id;", "cluster_id;id;", StringComparison.Ordinal).Replace("\r\n1;", "\r\n1;1;", StringComparison.Ordinal)
            .Replace("\r\n2;", "\r\n1;2;", StringComparison.Ordinal).Replace("\r\n3;", "\r\n2;3;", StringComparison.Ordinal);
        byte[] whole = [.. encoding.GetPreamble(), .. encoding.GetBytes(expected)];
        Assert.Equal(whole, await File.ReadAllBytesAsync(Path.Combine(folder, "people.clusters.csv")));
    }

    [Fact]
    public async Task A_hidden_column_decides_nothing_and_stays_in_the_output()
    {
        var folder = Shell.Folder();
        var input = Shell.Write(folder, "people.csv", "nom;prenom;date_naissance;email\nBernard;Luc;1980-05-06;luc.bernard@x.fr\nBernard;Luc;1980-05-06;luc.bernard@x.fr\n");
        Assert.Contains("Rows: 2; people: 1;", (await Shell.RunAsync("dedupe", input, "--model", "french", "--lang", "en")).Output, StringComparison.Ordinal);

        var hidden = await Shell.RunAsync("dedupe", input, "--model", "french", "--lang", "en", "--hide", "date_naissance", "--hide", "email");

        Assert.Contains("Rows: 2; people: 2;", hidden.Output, StringComparison.Ordinal);
        Assert.Equal("1;Bernard;Luc;1980-05-06;luc.bernard@x.fr", (await File.ReadAllLinesAsync(Path.Combine(folder, "people.clusters.csv")))[1]);
        Assert.DoesNotContain("1980", await File.ReadAllTextAsync(Path.Combine(folder, "people.report.txt")), StringComparison.Ordinal);
        var (code, _, error) = await Shell.RunAsync("dedupe", input, "--hide", "emial", "--lang", "en");
        Assert.Equal(2, code);
        Assert.Contains("did you mean \"email\"", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_kept_with_its_reason_and_its_own_bytes()
    {
        var folder = Shell.Folder();
        var input = Path.Combine(folder, "people.csv");
        await File.WriteAllBytesAsync(input, Windows1252.GetBytes(People + "4;Bad\0é;\"x\";02/02/1980\r\n"));

        var (code, _, error) = await Shell.RunAsync("dedupe", input, "--lang", "en");

        Assert.Equal(1, code);
        var beside = Path.Combine(folder, "people.clusters.rejected.csv");
        Assert.Contains(beside, error, StringComparison.Ordinal);
        var kept = Windows1252.GetString(await File.ReadAllBytesAsync(beside));
        Assert.Contains("\"people.csv:5\";", kept, StringComparison.Ordinal);
        Assert.EndsWith("\"4;Bad\0é;\"\"x\"\";02/02/1980\"\r\n", kept, StringComparison.Ordinal);
        Assert.Equal(4, (await File.ReadAllLinesAsync(Path.Combine(folder, "people.clusters.csv"))).Length);
    }

    [Fact]
    public async Task A_file_that_is_all_bad_loses_nothing_either()
    {
        var folder = Shell.Folder();
        var input = Path.Combine(folder, "people.csv");
        await File.WriteAllBytesAsync(input, Encoding.UTF8.GetBytes("id;nom\n1;a\0\n2;b\0\n"));

        Assert.Equal(3, (await Shell.RunAsync("dedupe", input)).Code);
        Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(folder, "people.clusters.rejected.csv"))).Length);
    }
}
