using System.Text;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Connectors.Files.Xml;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Files;

public sealed class Xml : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task Elements_attributes_and_repeated_names_become_a_json_object()
    {
        var read = await ReadAsync("<e xmlns:x=\"u\"><x:p id=\"7\"><nom>Dupont</nom><tel>01</tel><tel>02</tel><adresse><ville>Dijon</ville></adresse><vide/><!-- no --></x:p></e>");

        Assert.Equal("""{"@id":"7","nom":"Dupont","tel":["01","02"],"adresse":{"ville":"Dijon"},"vide":""}""", Assert.Single(read.Records).Body());
    }

    [Fact]
    public async Task A_value_attribute_stands_for_the_text() =>
        Assert.Equal("""{"nom":"Dupont"}""", Assert.Single((await ReadAsync("<e><p><nom V=\"Dupont\"/></p></e>", settings => settings with { ValueAttribute = "V", Key = [] })).Records).Body());

    [Fact]
    public async Task Records_are_found_by_path_at_any_depth_or_from_the_root()
    {
        const string text = "<e><p id=\"1\"/><deep><p id=\"2\"><p id=\"3\"/></p></deep></e>";

        Assert.Equal(["1", "2"], (await ReadAsync(text)).Records.Select(record => record.Key));
        Assert.Equal(["1"], (await ReadAsync(text, settings => settings with { Record = "/e/p" })).Records.Select(record => record.Key));
        Assert.Equal(["2"], (await ReadAsync(text, settings => settings with { Record = "deep/p" })).Records.Select(record => record.Key));
    }

    [Fact]
    public async Task A_broken_tag_keeps_what_came_before_and_says_line_and_column()
    {
        var read = await ReadAsync("<e>\n<p id=\"1\"/>\n<p id=\"2\"></q>\n<p id=\"3\"/></e>");

        Assert.Equal(["1"], read.Records.Select(record => record.Key));
        Assert.StartsWith("people.xml:3:", Assert.Single(read.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_record_leaves_its_neighbours_alone()
    {
        var read = await ReadAsync($"<e><p id=\"1\"/><p><nom>{new string('x', 5000)}</nom></p><p/><p id=\"4\"/></e>", settings => settings with { MaxRecordBytes = 2000 });

        Assert.Equal(["1", "4"], read.Records.Select(record => record.Key));
        Assert.Equal(["people.xml:1:16 row.too-long", "people.xml:1:5034 row.key-missing"], read.Faults());
    }

    [Fact]
    public async Task Many_entities_or_an_endless_depth_do_no_harm()
    {
        var deep = string.Concat(Enumerable.Repeat("<d>", 3000)) + string.Concat(Enumerable.Repeat("</d>", 3000));
        var read = await ReadAsync($"<e><p id=\"1\">{deep}</p><p id=\"2\">&#65;&amp;</p></e>");

        Assert.Equal(["2"], read.Records.Select(record => record.Key));
        Assert.Equal("people.xml:1:5 xml.too-deep", Assert.Single(read.Faults()));
    }

    [Fact]
    public async Task A_document_type_is_refused_before_anything_is_read()
    {
        var read = await ReadAsync("<?xml version=\"1.0\"?>\n<!doctype e [<!ENTITY a \"b\">]><e><p id=\"1\"/></e>");

        Assert.Equal("xml.dtd", read.Failure!.Code);
        Assert.Empty(read.Texts);
    }

    [Theory]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("iso-8859-15", "iso-8859-15")]
    public async Task Letters_are_read_by_what_the_bytes_are(string written, string declared)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        var read = await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?><e><p id=\"1\"><nom>Lefèvre œil €</nom></p></e>")]);

        Assert.Equal("Lefèvre œil €", Assert.Single(read.Records).Json().GetProperty("nom").GetString());
    }

    [Fact]
    public async Task A_damaged_letter_costs_its_record()
    {
        var read = await ReadAsync([.. "<e><p id=\"1\">é</p><p id=\"2\">é é"u8, 0xE9, .. " é</p></e>"u8]);

        Assert.Equal(["1"], read.Records.Select(record => record.Key));
        Assert.EndsWith("row.encoding", Assert.Single(read.Faults()), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private Task<Reading> ReadAsync(string text, Func<XmlFileSettings, XmlFileSettings>? with = null) => ReadAsync(Encoding.UTF8.GetBytes(text), with);

    private Task<Reading> ReadAsync(byte[] bytes, Func<XmlFileSettings, XmlFileSettings>? with = null)
    {
        var settings = new XmlFileSettings { Path = folder.Write("people.xml", bytes), Record = "p", Key = ["@id"] };
        return new XmlConnector().ReadAsync(folder, with is null ? settings : with(settings));
    }
}
