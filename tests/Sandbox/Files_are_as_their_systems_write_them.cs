using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;

namespace IntegrationHub.Tests.Sandbox;

public sealed class Files_are_as_their_systems_write_them : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("town").FullName;
    private readonly Town town = Town.Generate(new TownSettings { Seed = 8, People = 3000 });

    public Files_are_as_their_systems_write_them() => TownFiles.Write(folder, town);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Crm_is_windows_1252_with_semicolons_and_loses_no_letter()
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, "crm.csv"));
        var lines = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        _ = Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        Assert.Equal(town.Count(TownSystem.Crm) + 1, lines.Length);
        Assert.All(lines, line => Assert.Equal(17, line.Count(letter => letter == ';')));
        Assert.Contains(lines, line => line.Contains('é', StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains('?', StringComparison.Ordinal));
    }

    [Fact]
    public void Finance_is_plain_capitals_cut_at_38_with_companies_among_the_people()
    {
        var rows = File.ReadLines(Path.Combine(folder, "finance.csv")).Skip(1).Select(line => line.Split(';')).ToList();

        Assert.Equal(town.Count(TownSystem.Finance), rows.Count);
        Assert.All(rows, row => Assert.Matches("^[A-Z0-9 .,'()/-]{2,38}$", row[2]));
        Assert.Equal(FinanceFile.Width, rows.Max(row => row[2].Length));
        Assert.InRange((double)rows.Count(row => row[1] != "P") / rows.Count, 0.03, 0.12);
        Assert.All(rows.Where(row => row[7].Length > 0), row => Assert.True(Luhn(row[7]) && Luhn(row[7][..9]), "a SIRET or SIREN fails its check digit"));
        Assert.Contains(rows, row => row[7].Length == 14);
    }

    [Theory]
    [InlineData(TownSystem.Portail, "sub")]
    [InlineData(TownSystem.Ged, "id")]
    [InlineData(TownSystem.Signature, "id")]
    [InlineData(TownSystem.Famille, "dossier")]
    public void Json_lines_are_whole_and_keyed(TownSystem system, string key)
    {
        var keys = File.ReadLines(Path.Combine(folder, TownFiles.Name(system))).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty(key).GetString();
        }).ToList();

        Assert.Equal(town.Count(system), keys.Count);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void The_truth_names_every_person_of_every_record_once()
    {
        var people = town.Truth().SelectMany(family => family.People).Select(person => person.Id).ToHashSet();
        var truth = File.ReadLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(line => line.Split(';')).ToList();
        var stated = Enum.GetValues<TownSystem>().SelectMany(system => town.Records(system)
            .SelectMany(record => record.People.Select(said => (system.ToString().ToLowerInvariant(), record.Key, said.Part, said.Person))));

        Assert.All(truth, row => Assert.Contains(row[3], people));
        Assert.Equal(stated.Order(), truth.Select(row => (row[0], row[1], row[2], row[3])).Order());
        Assert.Equal(truth.Select(row => (row[0], row[3])).Order(), town.Rows().Select(row => (row.System.ToString().ToLowerInvariant(), row.Statement.Person)).Order());
    }

    [Fact]
    public void The_flat_file_has_exactly_the_records_asked_for()
    {
        var flat = Town.Generate(new TownSettings { Seed = 8, Records = 2345 });
        using var writer = new StringWriter();

        FlatFile.Write(writer, flat);

        var lines = writer.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2346, lines.Length);
        Assert.All(lines, line => Assert.Equal(14, line.Count(letter => letter == ';')));
    }

    [Fact]
    public void Only_the_systems_asked_for_are_written()
    {
        var some = Town.Generate(new TownSettings { Seed = 8, People = 200, Systems = [TownSystem.Portail] });

        Assert.Equal(0, some.Count(TownSystem.Crm));
        Assert.All(some.Rows(), row => Assert.Equal(TownSystem.Portail, row.System));
    }

    private static bool Luhn(string digits) => digits.Reverse().Select((digit, place) => (digit - '0') * (1 + (place % 2))).Sum(value => value > 9 ? value - 9 : value) % 10 == 0;
}
