using System.Text;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Tests.Connectors.Files;

public sealed class Dialects_and_encodings
{
    private const string Text = "id;prénom;ville\n1;Zoé;Besançon\n2;Noël;Fuß\n";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Encoded => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Text) },
        { "utf-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "utf-16 with a mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "utf-16 big endian with a mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "utf-16 without a mark", Encoding.Unicode.GetBytes(Text) },
        { "windows-1252", Windows1252.GetBytes(Text) },
        { "iso-8859-1", Encoding.Latin1.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public async Task The_encoding_is_recognised(string name, byte[] bytes)
    {
        var read = await Csv.ReadAsync(bytes);

        Assert.True(read.Failure is null, name);
        Assert.Equal(["id", "prénom", "ville"], read.Records[0].Columns());
        Assert.Equal(["1", "Zoé", "Besançon"], read.Records[0].Values());
        Assert.Equal(["2", "Noël", "Fuß"], read.Records[1].Values());
        Assert.Equal(1, read.Pages[^1].Progress);
    }

    [Fact]
    public async Task One_row_in_another_encoding_does_not_turn_the_whole_file()
    {
        var read = await Csv.ReadAsync([.. Encoding.UTF8.GetBytes("id;nom\n1;Lefèvre\n2;Martin\n"), .. Windows1252.GetBytes("3;Bénédicte Hélène\n")]);

        Assert.Equal(["Lefèvre", "Martin"], read.Records.Select(record => record.Values()[1]));
        Assert.Single(read.Pages.SelectMany(page => page.Rejected));
    }

    [Fact]
    public async Task The_euro_sign_and_the_oe_of_windows_are_read()
    {
        var read = await Csv.ReadAsync(Windows1252.GetBytes("nom;montant\nLebœuf;12 €\n"));

        Assert.Equal(["Lebœuf", "12 €"], read.Records[0].Values());
    }

    [Fact]
    public async Task The_encoding_can_be_said()
    {
        var read = await Csv.ReadAsync("nom;ville\nZoé;x\n", settings => settings with { Encoding = TextEncoding.Latin1 });

        Assert.Equal("ZoÃ©", read.Records[0].Values()[0]);
    }

    [Fact]
    public async Task A_wrong_encoding_said_rejects_the_rows_it_cannot_read()
    {
        var read = await Csv.ReadAsync(Encoding.Latin1.GetBytes("nom;ville\nZoé;x\nAnna;y\n"), settings => settings with { Encoding = TextEncoding.Utf8 });

        Assert.Equal("Anna", Assert.Single(read.Records).Values()[0]);
        Assert.Equal("row.encoding", Assert.Single(read.Rejected).Code);
    }

    [Theory]
    [InlineData("id;nom;prix\n1;Dupont;3,5\n2;Durand;4,5\n")]
    [InlineData("id,nom,prix\n1,Dupont,\"3,5\"\n2,Durand,\"4,5\"\n")]
    [InlineData("id\tnom\tprix\n1\tDupont\t3,5\n2\tDurand\t4,5\n")]
    [InlineData("id|nom|prix\n1|Dupont|3,5\n2|Durand|4,5\n")]
    [InlineData("'id','nom','prix'\n'1','Dupont','3,5'\n'2','Durand','4,5'\n")]
    public async Task Delimiter_and_quote_are_recognised(string text)
    {
        var read = await Csv.ReadAsync(text);

        Assert.Equal(["id", "nom", "prix"], read.Records[0].Columns());
        Assert.Equal(["1", "Dupont", "3,5"], read.Records[0].Values());
    }

    [Fact]
    public async Task Delimiter_and_quote_can_be_said()
    {
        var read = await Csv.ReadAsync("id§nom\n1§~Du;pont~\n", settings => settings with { Delimiter = "§", Quote = "~" });

        Assert.Equal(["1", "Du;pont"], read.Records[0].Values());
    }

    [Fact]
    public async Task Stray_blanks_and_quotes_in_headers_and_blanks_after_commas_are_no_part_of_the_text()
    {
        var read = await Csv.ReadAsync("rec_id, \"given_name\" , surname\nrec-1-org, , \" waller \"\n");

        Assert.Equal(["rec_id", "given_name", "surname"], read.Records[0].Columns());
        Assert.Equal(["rec-1-org", "", " waller "], read.Records[0].Values());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Every_kind_of_line_end_is_one(string end)
    {
        var read = await Csv.ReadAsync(string.Join(end, "id;nom", "1;Dupont", "2;Durand", ""));

        Assert.Equal(["Dupont", "Durand"], read.Records.Select(record => record.Values()[1]));
    }
}
