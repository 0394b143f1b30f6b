using System.Text;
using IntegrationHub.Connectors.Files.FixedWidth;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Connectors.Sandbox.Exports;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Files;

public sealed class Fixed_width : IDisposable
{
    private const string Layout = "length: 20\ntake: { \"1-2\": [\"20\"] }\nskip: { \"1-2\": [\"10\", \"90\"] }\nfields:\n  id: 3-6\n  nom: 7-15\n  cp: { at: 16-20, of: digits }\n";
    private readonly TestFolder folder = new();

    [Fact]
    public async Task Columns_become_values_and_head_and_foot_are_passed_over()
    {
        var read = await ReadAsync("10TIERS\r\n200001Lefèvre  21000\r\n\r\n200002Durand        \r\n90000002\r\n\u001a");

        Assert.Equal(["""{"id":"0001","nom":"Lefèvre","cp":"21000"}""", """{"id":"0002","nom":"Durand","cp":""}"""], read.Records.Select(record => record.Body()));
        Assert.Empty(read.Rejected);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_line_and_column()
    {
        var read = await ReadAsync("200001Dupont   21000\n30wrong kind of line\n200002Dupont  21000\n200003Dupont   2100O\n200004Dupont   21000\n20    Dupont   21000\n200005Dup");

        Assert.Equal(["0001", "0004"], read.Records.Select(record => record.Key));
        Assert.Equal(
            ["p.txt:2:1 row.unknown-kind", "p.txt:3:20 row.wrong-length", "p.txt:4:20 row.not-digits", "p.txt:6:3 row.key-missing", "p.txt:7:10 row.cut-short"],
            read.Faults());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public async Task Columns_count_letters_not_bytes(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var read = await ReadAsync(encoding.GetBytes("200001ÉÉÉÉÉÉÉ  21000\n"));

        Assert.Equal("""{"id":"0001","nom":"ÉÉÉÉÉÉÉ","cp":"21000"}""", Assert.Single(read.Records).Body());
    }

    [Fact]
    public async Task Broken_bytes_cost_their_line()
    {
        var read = await ReadAsync([.. "200001éé       21000\n200002é"u8, 0xE9, .. "       21000\n200003éééé     21000\n"u8]);

        Assert.Equal(["0001", "0003"], read.Records.Select(record => record.Key));
        Assert.EndsWith(" row.encoding", Assert.Single(read.Faults()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fields:\n  id: 9-3\n", "l.yaml:2:7: fields.id: Columns are written")]
    [InlineData("feilds:\n  id: 1-3\n", "l.yaml:1:1: feilds: There is no such word here; there are: length, take, skip, fields. Did you mean \"fields\"?")]
    [InlineData("length: 4\nfields:\n  id: 1-9\n", "l.yaml:3:7: fields.id: This field ends behind")]
    [InlineData("fields:\n  id: { at: 1-9, of: digit }\n", "l.yaml:2:22: fields.id.of:")]
    [InlineData("take: [20]\nfields: { id: 1-2 }\n", "l.yaml:1:7: take: Lines are told")]
    public async Task A_wrong_layout_is_told_with_its_line_and_the_file_stays_where_it_is(string layout, string expected)
    {
        folder.Write("in/p.txt", "x\n");
        var settings = new FixedWidthSettings { Path = folder.At("in"), Layout = folder.Write("l.yaml", layout), SettleSeconds = 0 };
        var read = await new FixedWidthConnector().ReadAsync(folder, settings);

        Assert.StartsWith(expected, read.Failure!.Detail, StringComparison.Ordinal);
        Assert.Empty(folder.Names("in/error"));
    }

    [Fact]
    public async Task The_generated_town_comes_through_whole()
    {
        var town = Town.Generate(new TownSettings { People = 400, Seed = 3 });
        var path = TownExport.Find("tiers.txt").WriteInto(folder.At("town"), town);
        var read = await new FixedWidthConnector().ReadAsync(folder, new FixedWidthSettings { Path = path, Layout = Path.ChangeExtension(path, ".layout.yaml"), Key = ["code_tiers"] });

        Assert.Empty(read.Rejected);
        Assert.Equal(town.Records(TownSystem.Finance).Select(record => record.Key), read.Records.Select(record => record.Key));
    }

    public void Dispose() => folder.Dispose();

    private Task<Reading> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private Task<Reading> ReadAsync(byte[] bytes) => new FixedWidthConnector().ReadAsync(folder,
        new FixedWidthSettings { Path = folder.Write("p.txt", bytes), Layout = folder.Write("layout.yaml", Layout), Key = ["id"] });
}
