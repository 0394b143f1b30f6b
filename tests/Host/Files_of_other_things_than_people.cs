using System.Globalization;
using System.Text;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed class Files_of_other_things_than_people
{
    private const int Things = 300;

    private readonly string _folder = Shell.Folder();

    public static TheoryData<string, string> Described => new()
    {
        { "serie;montant;achat;classe", "columns:\n  serie: code\n  montant: number\n  achat: date\n  classe: code\n" },
        { "serie;achat", "columns:\n  serie: code\n  achat: date\n" },
        { "serie;montant", "columns:\n  serie: code\n  montant: number\n" },
        { "achat;montant;classe", "columns:\n  achat: date\n  montant: number\n  classe: code\n" },
    };

    [Theory]
    [MemberData(nameof(Described))]
    public async Task A_described_file_of_codes_numbers_and_dates_alone_finds_what_stands_twice(string header, string document)
    {
        var file = Shell.Write(_folder, "things.csv", Table(header));
        var (code, _, error) = await Shell.RunAsync("dedupe", file, "--columns", Shell.Write(_folder, "c.yaml", document), "--lang", "en");
        Assert.Equal(0, code);
        Assert.Contains("Trained on the file itself", error, StringComparison.Ordinal);
        await AssertEachIsFoundAsync("things");
    }

    [Fact]
    public async Task Without_a_document_every_column_of_it_is_compared()
    {
        var file = Shell.Write(_folder, "things.csv", Table("serie;montant;achat;classe"));
        var (code, _, error) = await Shell.RunAsync("dedupe", file, "--lang", "en");
        Assert.Equal(0, code);
        foreach (var said in (string[])["serie: compared as text", "montant: compared as number", "achat: compared as date", "classe: compared as code"])
        {
            Assert.Contains(said, error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("left out", error, StringComparison.Ordinal);
        Assert.DoesNotContain("not compared", error, StringComparison.Ordinal);
        await AssertEachIsFoundAsync("things");
    }

    [Theory]
    [InlineData("telephone", "montant", "classe")] // what would be a person's, were there one
    [InlineData("reference", "date_naissance_dossier", "etat")]
    [InlineData("montant", "date_modification", "agent")]
    public async Task A_columns_name_does_not_take_it_out_where_nobody_is_told_of(string serial, string day, string kind)
    {
        var text = Table("serie;achat;classe").Replace("serie;achat;classe", $"{serial};{day};{kind}", StringComparison.Ordinal);
        var (code, _, error) = await Shell.RunAsync("dedupe", Shell.Write(_folder, "things.csv", text), "--lang", "en");
        Assert.True(code == 0, error);
        foreach (var column in (string[])[serial, day, kind])
        {
            Assert.Contains($"{column}: compared as ", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_column_that_is_left_out_is_named()
    {
        var file = Shell.Write(_folder, "things.csv", Table("serie;montant;achat;classe").Replace("\n", ";same\n", StringComparison.Ordinal).Replace("classe;same", "classe;lot", StringComparison.Ordinal));
        var (_, _, error) = await Shell.RunAsync("dedupe", file, "--lang", "en", "--hide", "montant");
        Assert.Contains("lot: left out", error, StringComparison.Ordinal);
        Assert.DoesNotContain("montant", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_social_security_number_is_not_taken_unasked_there_either()
    {
        var text = new StringBuilder("nir;montant;classe\n");
        for (var i = 0; i < Things; i++)
        {
            var number = 1_74_03_75_000_000L + (i * 7919L % 990_000);
            text.Append(CultureInfo.InvariantCulture, $"{number}{97 - (number % 97):00};{1000 + (i % 200 * 37)};{(char)('A' + (i % 5))}\n");
        }

        var (_, _, error) = await Shell.RunAsync("dedupe", Shell.Write(_folder, "things.csv", text.ToString()), "--lang", "en");
        Assert.Contains("Column 'nir' looks like a NIR", error, StringComparison.Ordinal);
        Assert.Contains("montant: compared as number", error, StringComparison.Ordinal);
        Assert.DoesNotContain("nir: compared", error, StringComparison.Ordinal);
    }

    /// <summary>Every third thing stands twice, the second time after all others.</summary>
    private static string Table(string header)
    {
        var columns = header.Split(';');
        var rows = Enumerable.Range(0, Things).Concat(Enumerable.Range(0, Things).Where(i => i % 3 == 0)).Select(i =>
        {
            var random = new Random(1000 + i);
            var values = new Dictionary<string, string>
            {
                ["serie"] = $"S{random.Next(1_000_000):000000}",
                ["montant"] = random.Next(10_000, 999_999).ToString(CultureInfo.InvariantCulture),
                ["achat"] = $"{random.Next(1, 29):00}/{random.Next(1, 13):00}/{random.Next(2000, 2025)}",
                ["classe"] = $"{(char)('A' + random.Next(6))}{(char)('A' + random.Next(3))}",
            };
            return string.Join(';', columns.Select(column => values[column]));
        });
        return header + "\n" + string.Join('\n', rows) + "\n";
    }

    private async Task AssertEachIsFoundAsync(string name)
    {
        var clusters = (await File.ReadAllLinesAsync(Path.Combine(_folder, name + ".clusters.csv"))).Skip(1).Select(line => line.Split(';')[0]).ToList();
        Assert.Equal(Things + (Things / 3), clusters.Count);
        Assert.Equal(Enumerable.Range(0, Things / 3).Select(i => clusters[3 * i]), clusters.Skip(Things));
        Assert.Equal(Things, clusters.Distinct(StringComparer.Ordinal).Count());
    }
}
