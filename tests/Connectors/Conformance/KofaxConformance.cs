using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Connectors.Sandbox.Exports;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Conformance;

/// <summary>Scanned mail as the shipped connection document reads it.</summary>
public sealed class KofaxConformance : SourceConformance
{
    private readonly TestFolder folder = new();
    private readonly Town town = Town.Generate(new TownSettings { People = 900, Seed = 5 });
    private readonly string index;

    public KofaxConformance()
    {
        index = TownExport.Find("courrier.txt").WriteInto(folder.At("town"), town);
        File.AppendAllText(index, $"\"Courrier entrant\",\"Nom\",\"DURAND\",\"Prenom\",\"NIR {Planted.Nir}\",\"Adresse\",\"IBAN {Planted.Iban}\",\"CodePostal\",\"\",\"Ville\",\"\",\"DateCourrier\",\"05/01/2026\",\"D:\\export\\FF.pdf\"\r\n");
        folder.Write("short.txt", "\"Courrier entrant\",\"Nom\",\"DURAND\",\"D:\\export\\1.pdf\"\r\n");
    }

    protected override Connector Connector { get; } = new CsvConnector();

    protected override object Settings => On(index);

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such file", On(folder.At("missing.txt")), FailureKind.Passing),
        new("no key column", On(index) with { Key = ["document"] }, FailureKind.Refused),
    ];

    protected override IReadOnlyList<string> Confidential => ["DURAND", Planted.Nir, Planted.Iban];

    [Fact]
    public async Task Every_letter_of_the_town_comes_with_its_writer_and_its_image()
    {
        var read = await ReadAsync(Open());

        var letters = town.Records(TownSystem.Ged).Where(record => (record.Style >> 20) % 6 == 0).ToList(); // those the town's documents name "courrier"
        Assert.Empty(read.Rejected);
        Assert.Equal(letters.Count + 1, read.Records.Count);
        Assert.All(read.Records.Zip(letters), pair =>
        {
            var row = JsonDocument.Parse(pair.First.Body).RootElement;
            Assert.Equal(("Nom", pair.Second.People is [var said, ..] ? said.LastName : ""), (row.GetProperty("champ1").GetString(), row.GetProperty("Nom").GetString()));
            Assert.Equal(row.GetProperty("image").GetString(), pair.First.Key);
        });
    }

    [Fact]
    public async Task A_line_of_another_batch_class_is_kept_as_a_reject_and_not_read_askew()
    {
        var read = await ReadAsync(Connector.OpenSource(On(folder.At("short.txt")), Context()));

        Assert.Empty(read.Records);
        Assert.Single(read.Rejected);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private static CsvSettings On(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Systems", "kofax.yaml");
        var document = ConnectionDocument.Read(YamlDocument.Parse(File.ReadAllText(path), path));
        return (CsvSettings)document.BindSettings(new CsvConnector().Manifest) with { Path = file, PageSize = 12 };
    }
}
