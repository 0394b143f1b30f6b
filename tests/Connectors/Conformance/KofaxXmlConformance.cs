using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Connectors.Files.Xml;
using IntegrationHub.Connectors.Sandbox.Exports;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Conformance;

/// <summary>Scanned mail in XML as the shipped connection document reads it.</summary>
public sealed class KofaxXmlConformance : SourceConformance
{
    private readonly TestFolder folder = new();
    private readonly Town town = Town.Generate(new TownSettings { People = 300, Seed = 5 });
    private readonly string batch;

    public KofaxXmlConformance()
    {
        batch = TownExport.Find("courrier.xml").WriteInto(folder.At("town"), town);
        var last = $"<Document FormTypeName=\"Courrier\"><IndexFields><IndexField Name=\"NIR\" Value=\"{Planted.Nir}\"/><IndexField Name=\"Nom\" Value=\"DURAND\"/><IndexField Name=\"Objet\" Value=\"IBAN {Planted.Iban}\"/></IndexFields></Document>";
        File.WriteAllText(batch, File.ReadAllText(batch).Replace("</Documents>", last + "</Documents>", StringComparison.Ordinal));
    }

    protected override Connector Connector { get; } = new XmlConnector();

    protected override object Settings => On(batch);

    protected override IReadOnlyList<Trouble> Troubles => [new("no such file", On(folder.At("missing.xml")), FailureKind.Passing)];

    protected override IReadOnlyList<string> Confidential => ["DURAND", Planted.Nir, Planted.Iban];

    [Fact]
    public async Task Index_fields_become_fields_of_their_names_and_a_forbidden_name_goes()
    {
        var last = Encoding.UTF8.GetString((await ReadAsync(Open())).Records[^1].Body.Span);

        Assert.Contains("\"IndexField\":{", last, StringComparison.Ordinal);
        Assert.Contains("\"Nom\":\"DURAND\"", last, StringComparison.Ordinal);
        Assert.DoesNotContain("\"NIR\"", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_letter_of_the_town_comes_with_its_writer_and_its_pages()
    {
        var mapping = MappingCompiler.Compile(File.ReadAllText(Checkout.File("mappings/catalog/kofax-xml.yaml")), "kofax-xml.yaml").Mapping!;
        var letters = town.Records(TownSystem.Ged).Where(record => (record.Style >> 20) % 6 == 1).ToList();

        var read = await ReadAsync(Open());

        Assert.Empty(read.Rejected);
        Assert.Equal(letters.Count + 1, read.Records.Count);
        Assert.All(read.Records.Zip(letters), pair =>
        {
            var said = JsonDocument.Parse(pair.First.Body).RootElement.GetProperty("IndexFields").GetProperty("IndexField").GetProperty("Nom").GetString();
            Assert.Equal(pair.Second.People is [var first, ..] ? first.LastName : "", said);
            Assert.NotEmpty(mapping.Map("courrier", pair.First, new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)).LinkedItems);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private static XmlFileSettings On(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Systems", "kofax-xml.yaml");
        var document = ConnectionDocument.Read(YamlDocument.Parse(File.ReadAllText(path), path));
        return (XmlFileSettings)document.BindSettings(new XmlConnector().Manifest) with { Path = file, PageSize = 6 };
    }
}
