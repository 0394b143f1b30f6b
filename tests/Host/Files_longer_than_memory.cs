using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed class Files_longer_than_memory
{
    private const int People = 11_000;

    private static readonly string[] Given = ["Ottilie", "Armand", "Sidonie", "Barnabé", "Zélie", "Hippolyte", "Philomène"];

    [Fact]
    public async Task A_file_beyond_its_head_is_read_again_page_by_page()
    {
        var file = Shell.Write(Shell.Folder(), "people.csv", Twice());
        var passes = await FilePasses.OpenAsync(file, [], 10, new Progress<double>(), default);
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
        var passes = await FilePasses.OpenAsync(file, [], 10, new Progress<double>(), default);
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
        Assert.Contains("Rows: 22,000;", output, StringComparison.Ordinal);
        var lines = (await File.ReadAllLinesAsync(target)).Skip(1).ToList();
        Assert.Equal(2 * People, lines.Count);
        for (var i = 0; i < People; i++)
        {
            Assert.Equal(lines[i], lines[People + i]);
        }

        Assert.InRange(lines.Select(line => line.Split(';')[0]).Distinct(StringComparer.Ordinal).Count(), 0.99 * People, People);
        Assert.Contains("Cluster 1: lines 2, 11002", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        Assert.Contains("whole process", error, StringComparison.Ordinal);
    }

    /// <summary>So many people, then the same people again: the second row of each is far from the first.</summary>
    private static string Twice()
    {
        var text = new StringBuilder("nom;prenom;date_naissance;email\n");
        for (var i = 0; i < 2 * People; i++)
        {
            var random = new Random(i % People);
            text.Append(CultureInfo.InvariantCulture, $"{Name(random)};{Given[random.Next(Given.Length)]};{random.Next(1, 29):00}/{random.Next(1, 13):00}/{random.Next(1930, 2000)};p{random.Next()}@example.org\n");
        }

        return text.ToString();
    }

    private static string Name(Random random)
    {
        string[] syllables = ["bra", "clo", "dru", "fle", "gri", "kra", "plu", "sta", "tre", "vlo", "zwi", "mou", "bert", "chal", "dinot", "farge", "gnon", "lier", "quier", "ssol", "ubert", "yeux"];
        return string.Concat(Enumerable.Range(0, 4).Select(_ => syllables[random.Next(syllables.Length)]));
    }
}
