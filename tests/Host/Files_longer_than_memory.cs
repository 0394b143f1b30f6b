using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed class Files_longer_than_memory
{
    private const int People = 12_000;

    private static readonly string[] Given = ["Ottilie", "Armand", "Sidonie", "Barnabé", "Zélie", "Hippolyte", "Philomène"];

    [Fact]
    public async Task A_file_beyond_its_head_is_read_again_page_by_page()
    {
        var file = Shell.Write(Shell.Folder(), "people.csv", Twice());
        var passes = await FilePasses.OpenAsync(file, 10, new Progress<double>(), default);
        Assert.False(passes.IsWhole);
        Assert.InRange(passes.Head.Rows.Count, 10, People);
        var (pages, read) = (0, new List<long>());
        await foreach (var page in passes.ReadAsync(new List<RejectedRecord>(), new Progress<double>(), default))
        {
            pages++;
            read.AddRange(page.Select(FileRows.Line));
        }

        Assert.True(pages > 2);
        Assert.Equal(Enumerable.Range(2, 2 * People).Select(line => (long)line), read);
    }

    [Fact]
    public async Task A_short_file_is_read_once()
    {
        var file = Shell.Write(Shell.Folder(), "people.csv", "nom;prenom\nMorel;Anne\n");
        var passes = await FilePasses.OpenAsync(file, 10, new Progress<double>(), default);
        Assert.True(passes.IsWhole);
        File.Delete(file);
        await foreach (var page in passes.ReadAsync([], new Progress<double>(), default))
        {
            Assert.Single(page);
        }
    }

    [Fact]
    public async Task A_long_file_comes_out_row_by_row_with_both_rows_of_each_person_together()
    {
        var folder = Shell.Folder();
        var (file, target, report) = (Shell.Write(folder, "people.csv", Twice()), Path.Combine(folder, "out.csv"), Path.Combine(folder, "r.txt"));
        var (code, output, error) = await Shell.RunAsync("dedupe", file, "--model", "french", "--out", target, "--report", report, "--timings", "--lang", "en");
        Assert.Equal(0, code);
        Assert.Contains("24,000 rows, 12,000 people", output, StringComparison.Ordinal);
        var lines = (await File.ReadAllLinesAsync(target)).Skip(1).ToList();
        Assert.Equal(2 * People, lines.Count);
        for (var i = 0; i < People; i++)
        {
            Assert.Equal((i + 1).ToString(CultureInfo.InvariantCulture), lines[i].Split(';')[0]);
            Assert.Equal(lines[i], lines[People + i]);
        }

        Assert.Contains("Cluster 1: lines 2, 12002", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        Assert.Contains("whole process", error, StringComparison.Ordinal);
    }

    /// <summary>So many people, then the same people again: the second row of each is far from the first.</summary>
    private static string Twice()
    {
        var text = new StringBuilder("nom;prenom;date_naissance;email\n");
        for (var i = 0; i < 2 * People; i++)
        {
            var person = i % People;
            text.Append(CultureInfo.InvariantCulture, $"{Name(person)};{Given[person % Given.Length]};{1 + (person % 28):00}/{1 + (person % 12):00}/{1930 + (person % 70)};p{person * 7919}@example.org\n");
        }

        return text.ToString();
    }

    private static string Name(int person)
    {
        string[] starts = ["Bra", "Clo", "Dru", "Fle", "Gri", "Kra", "Plu", "Sta", "Tre", "Vlo", "Zwi", "Mou"];
        string[] middles = ["bert", "chal", "dinot", "farge", "gnon", "lier", "mont", "nach", "pelet", "quier", "rrand", "ssol"];
        string[] ends = ["aud", "eix", "ignac", "oul", "ubert", "yeux", "andre", "esson", "illet", "ouin", "urel", "enne"];
        return starts[person % 12] + middles[person / 12 % 12] + ends[person / 144 % 12];
    }
}
