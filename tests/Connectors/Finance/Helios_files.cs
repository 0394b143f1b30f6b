using System.Text;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Finance.Pes;
using IntegrationHub.Connectors.Sandbox.Exports;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Finance;

public sealed class Helios_files : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_third_party_is_one_record_with_all_its_orders_and_its_last_words()
    {
        var read = await ReadAsync(PesFile.Of(
            PesFile.Order(1, PesFile.Party("4078", "DUPONT")), PesFile.Order(2, PesFile.Party("5000", "DURAND")), PesFile.Order(3, PesFile.Party("4078", "DUPONT MARTIN"))));

        Assert.Equal(["24310063300011|00|5000", "24310063300011|00|4078"], read.Records.Select(record => record.Key));
        var party = read.Records[1].Json();
        Assert.Equal("DUPONT MARTIN", party.GetProperty("InfoTiers").GetProperty("Nom").GetString());
        Assert.Equal(["2025-41-1", "2025-41-3"], party.GetProperty("pieces").EnumerateArray().Select(piece => piece.GetProperty("reference").GetString()));
        Assert.Equal("titre", party.GetProperty("pieces")[0].GetProperty("nature").GetString());
    }

    [Fact]
    public async Task Bank_details_never_come_out_even_when_nothing_is_forbidden()
    {
        var path = folder.Write("pes.xml", PesFile.Of(PesFile.Order(1, PesFile.Party("4078", "DUPONT"))));
        var read = await Reading.AllAsync(new PesConnector().OpenSource(new PesSettings { Path = path }, Csv.Context(folder) with { Forbidden = ForbiddenFields.None }));

        var body = Assert.Single(read.Records).Body();
        Assert.All(new[] { "FR76", "AGRIFRPP", "30006", "12345678901", "TITULAIRE", "CpteBancaire" }, secret => Assert.DoesNotContain(secret, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_are_read_by_what_the_bytes_are_whatever_the_file_declares()
    {
        var text = PesFile.Of(PesFile.Order(1, PesFile.Party("1", "LEFÈVRE D’ORŒIL")));
        foreach (var bytes in new[] { CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text), Encoding.UTF8.GetBytes(text) })
        {
            folder.Write("pes.xml", bytes);
            var read = await new PesConnector().ReadAsync(folder, new PesSettings { Path = folder.At("pes.xml") });

            Assert.Equal("LEFÈVRE D’ORŒIL", read.Records[0].Json().GetProperty("InfoTiers").GetProperty("Nom").GetString());
        }
    }

    [Fact]
    public async Task A_file_cut_short_gives_what_came_before_and_says_where_it_ends()
    {
        var whole = PesFile.Of(PesFile.Order(1, PesFile.Party("1", "A")), PesFile.Order(2, PesFile.Party("2", "B")));
        var read = await ReadAsync(whole[..whole.IndexOf("V=\"B\"", StringComparison.Ordinal)]);

        Assert.Equal("24310063300011|00|1", Assert.Single(read.Records).Key);
        Assert.EndsWith(" xml.cut-short", Assert.Single(read.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_party_that_nothing_names_is_rejected_with_line_and_column_and_one_without_a_number_has_a_key_that_tells_no_name()
    {
        var read = await ReadAsync(PesFile.Of(
            PesFile.Order(1, "<Tiers><InfoTiers><CatTiers V=\"01\"/></InfoTiers></Tiers>"),
            PesFile.Order(2, "<Tiers><InfoTiers><Nom V=\"DUPONT\"/></InfoTiers></Tiers>")));

        Assert.Matches(@"^pes\.xml:3:\d+ row\.key-missing$", Assert.Single(read.Faults()));
        Assert.DoesNotContain("DUPONT", Assert.Single(read.Records).Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acknowledgement_in_the_folder_holds_nobody_and_is_no_fault()
    {
        var read = await ReadAsync("<n:PES_ACQUIT xmlns:n=\"x\"><ACQUIT><ElementACQUIT><EtatAck V=\"1\"/></ElementACQUIT></ACQUIT></n:PES_ACQUIT>");

        Assert.Null(read.Failure);
        Assert.Empty(read.Texts);
    }

    [Fact]
    public async Task Supporting_documents_of_any_size_are_read_over_in_little_memory()
    {
        var path = folder.At("pes.xml");
        await using (var writer = new StreamWriter(path))
        {
            var text = PesFile.Of(PesFile.Order(1, PesFile.Party("1", "A")));
            var end = text.IndexOf("</n:PES_Aller>", StringComparison.Ordinal);
            await writer.WriteAsync(text[..end] + "<PES_PJ><PJ><Contenu><Fichier MIMEType=\"application/pdf\">");
            var chunk = new string('A', 1 << 20);
            for (var megabyte = 0; megabyte < 24; megabyte++)
            {
                await writer.WriteAsync(chunk);
            }

            await writer.WriteAsync("</Fichier></Contenu></PJ></PES_PJ>" + text[end..]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = await new PesConnector().ReadAsync(folder, new PesSettings { Path = path });

        Assert.Single(read.Records);
        Assert.Empty(read.Rejected);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8L << 20);
    }

    [Fact]
    public async Task The_generated_town_comes_through_whole_and_maps_without_a_doubt()
    {
        var town = Town.Generate(new TownSettings { People = 400, Seed = 3 });
        var path = TownExport.Find("pes.xml").WriteInto(folder.At("in"), town);
        var mapping = MappingCompiler.Compile(await File.ReadAllTextAsync(Checkout.File("mappings/catalog/helios-pes.yaml")), "helios-pes.yaml").Mapping!;
        var read = await new PesConnector().ReadAsync(folder, new PesSettings { Path = path });
        var mapped = read.Records.Select(record => mapping.Map("pes", record, DateTimeOffset.UnixEpoch)).ToList();
        var expected = town.Records(TownSystem.Finance).ToList();

        Assert.Empty(read.Rejected);
        Assert.Equal(expected.Count(record => record.Organisation is null), mapped.Sum(record => record.Citizens.Count));
        Assert.Equal(expected.Count(record => record.Organisation is not null), mapped.Sum(record => record.Organisations.Count));
        Assert.Equal(expected.Count, mapped.Sum(record => record.LinkedItems.Count(item => item.OwnerPart is not null)));
    }

    public void Dispose() => folder.Dispose();

    private Task<Reading> ReadAsync(string text) => new PesConnector().ReadAsync(folder, new PesSettings { Path = folder.Write("pes.xml", Encoding.Latin1.GetBytes(text)) });
}
