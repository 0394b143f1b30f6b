using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mdm.Model;
using Xunit.Abstractions;

namespace IntegrationHub.Tests.Sandbox;

public sealed class The_catalogues_mappings_read_the_town(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("town").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(TownSystem.Crm)]
    [InlineData(TownSystem.Portail)]
    [InlineData(TownSystem.Finance)]
    [InlineData(TownSystem.Ged)]
    [InlineData(TownSystem.Signature)]
    [InlineData(TownSystem.Famille)]
    public void Every_person_of_the_truth_is_mapped_under_the_same_key_and_part(TownSystem system)
    {
        var town = Town.Generate(new TownSettings { Seed = 21, People = 1500, Systems = [system] });
        TownFiles.Write(folder, town);
        var name = system.ToString().ToLowerInvariant();
        var result = MappingCompiler.Compile(File.ReadAllText(Path.Combine(Checkout.Root, "mappings/catalog", name + ".yaml")), name + ".yaml");
        Assert.Empty(result.Errors);

        var mapped = Bodies(system).Select(body => (Key: Key(body, result.Mapping!.KeyColumn!), Body: body))
            .Select(row => result.Mapping!.Map(name, new SourceRecord { Key = row.Key, Version = default, Body = row.Body }, new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)))
            .ToList();

        var truth = File.ReadLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(line => line.Split(';')).Select(cells => (cells[1], cells[2]));
        Assert.Equal(truth.Order(), mapped.SelectMany(record => record.Citizens.Select(part => (record.Key.Key, part.Part))).Order());
        var issues = mapped.SelectMany(record => record.Issues).GroupBy(issue => $"{issue.Attribute} {issue.Code}").ToDictionary(group => group.Key, group => group.Count());
        output.WriteLine($"{mapped.Count} records: " + string.Join(", ", issues.Select(issue => $"{issue.Key} {issue.Value}")));
        Assert.InRange((double)issues.Values.Sum() / mapped.Count, 0, 0.05);
        Assert.All(mapped.SelectMany(record => record.Citizens), part => Assert.False(part.Citizen.BirthName is null && part.Citizen.UsageName is null, "a person without a surname"));
        Dated(system, mapped);
    }

    private static void Dated(TownSystem system, List<MappedRecord> mapped)
    {
        var people = mapped.SelectMany(record => record.Citizens).ToList();
        var dated = (double)people.Count(part => part.Citizen.BirthDate is not null) / people.Count;
        var (least, most) = system switch
        {
            TownSystem.Finance or TownSystem.Signature => (0.0, 0.0),
            TownSystem.Ged => (0.68, 0.82),
            TownSystem.Portail => (1.0, 1.0),
            _ => (0.8, 0.99),
        };
        Assert.InRange(dated, least, most);
    }

    private static string Key(byte[] body, string column)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty(column).GetString()!;
    }

    private IEnumerable<byte[]> Bodies(TownSystem system)
    {
        var path = Path.Combine(folder, TownFiles.Name(system));
        if (path.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            return File.ReadLines(path).Select(Encoding.UTF8.GetBytes);
        }

        var lines = File.ReadLines(path, CodePagesEncodingProvider.Instance.GetEncoding(1252)!).ToList();
        var columns = lines[0].Split(';');
        return lines.Skip(1).Select(line => JsonSerializer.SerializeToUtf8Bytes(columns.Zip(line.Split(';')).ToDictionary(cell => cell.First, cell => cell.Second)));
    }
}
