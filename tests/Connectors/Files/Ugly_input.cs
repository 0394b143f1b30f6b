using System.Text;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Files;

/// <summary>What real files do. The good rows come through, each bad one is kept with its position and code.</summary>
public sealed class Ugly_input
{
    [Fact]
    public async Task Half_a_line_at_the_end_is_kept_as_cut_short()
    {
        var read = await Csv.ReadAsync("id;nom;ville\n1;Dupont;Dijon\n2;Dur");

        AssertKept(read, good: ["1"], "people.csv:3 row.cut-short 2;Dur");
    }

    [Fact]
    public async Task A_last_line_without_a_line_end_is_a_row_when_it_is_whole() =>
        AssertKept(await Csv.ReadAsync("id;nom\n1;Dupont\n2;Durand"), good: ["1", "2"]);

    [Fact]
    public async Task A_quote_never_closed_costs_its_own_line_only()
    {
        var read = await Csv.ReadAsync("id;nom;ville\n1;\"Dupont;Dijon\n2;\"Durand\";Dijon\n3;Petit;Dijon\n");

        AssertKept(read, good: ["2", "3"], "people.csv:2 csv.quote-never-closed 1;\"Dupont;Dijon");
    }

    [Fact]
    public async Task A_quote_that_no_other_quote_follows_does_not_swallow_a_large_file()
    {
        var rows = string.Concat(Enumerable.Range(2, 30_000).Select(row => $"{row};Durand;Dijon\n"));
        var read = await Csv.ReadAsync("id;nom;ville\n1;\"Dupont;Dijon\n" + rows, settings => settings with { MaxRecordBytes = 10_000 });

        Assert.Equal(30_000, read.Records.Count);
        Assert.Equal("people.csv:2 csv.quote-never-closed", Assert.Single(read.Rejected.Select(reject => $"{reject.Position} {reject.Code}")));
    }

    [Fact]
    public async Task A_quote_never_closed_on_the_last_line_costs_that_line() =>
        AssertKept(await Csv.ReadAsync("id;nom\n1;Dupont\n2;\"Durand\n"), good: ["1"], "people.csv:3 csv.quote-never-closed 2;\"Durand");

    [Fact]
    public async Task A_quoted_field_of_several_lines_is_one_row()
    {
        var read = await Csv.ReadAsync("id;adresse;ville\n1;\"3 rue Monge\r\nBât. \"\"B\"\"\";Dijon\n2;x;y\n");

        Assert.Empty(read.Rejected);
        Assert.Equal(["1", "3 rue Monge\r\nBât. \"B\"", "Dijon"], read.Records[0].Values());
        Assert.Equal(["000000000002", "000000000004"], read.Records.Select(record => record.Version.Text));
    }

    [Fact]
    public async Task A_quote_inside_a_field_is_only_a_letter() =>
        Assert.Equal(["1", "dit \"Le Grand\" Jean"], (await Csv.ReadAsync("id;nom\n1;dit \"Le Grand\" Jean\n")).Records[0].Values());

    [Fact]
    public async Task NUL_bytes_cost_their_row() =>
        AssertKept(await Csv.ReadAsync("id;nom\n1;Du\0pont\n2;Durand\n"), good: ["2"], "people.csv:2 row.nul 1;Du\0pont");

    [Fact]
    public async Task One_row_in_another_encoding_costs_that_row_and_its_bytes_are_kept()
    {
        var bytes = new List<byte>(Encoding.UTF8.GetBytes("id;prénom\n1;Zoé\n2;Chloé\n3;"));
        bytes.AddRange(Encoding.Latin1.GetBytes("René\n"));
        bytes.AddRange(Encoding.UTF8.GetBytes("4;Noël\n"));

        var read = await Csv.ReadAsync([.. bytes]);

        Assert.Equal(["Zoé", "Chloé", "Noël"], read.Records.Select(record => record.Values()[1]));
        var reject = Assert.Single(read.Rejected);
        Assert.Equal(("people.csv:4", "row.encoding"), (reject.Position, reject.Code));
        Assert.Equal(Encoding.Latin1.GetBytes("3;René"), reject.Raw.ToArray());
    }

    [Fact]
    public async Task A_field_of_a_million_characters_is_read()
    {
        var read = await Csv.ReadAsync($"id;nom\n1;{new string('x', 1_000_000)}\n2;Durand\n");

        Assert.Equal(1_000_000, read.Records[0].Values()[1].Length);
        Assert.Equal(2, read.Records.Count);
    }

    [Fact]
    public async Task A_field_beyond_the_limit_costs_its_row_and_only_its_start_is_kept()
    {
        var read = await Csv.ReadAsync($"id;nom\n1;{new string('x', 3_000_000)}\n2;Durand\n");

        Assert.Equal("2", Assert.Single(read.Records).Values()[0]);
        var reject = Assert.Single(read.Rejected);
        Assert.Equal(("people.csv:2", "row.too-long", 65_536), (reject.Position, reject.Code, reject.Raw.Length));
    }

    [Fact]
    public async Task Rows_with_too_few_or_too_many_columns_are_kept_apart() => AssertKept(
        await Csv.ReadAsync("id;nom;ville\n1;Dupont\n2;Durand;Dijon;Côte-d'Or\n3;Petit;Dijon;;\n4;Roux;Dijon\n"),
        good: ["3", "4"],
        "people.csv:2 row.too-few-columns 1;Dupont",
        "people.csv:3 row.too-many-columns 2;Durand;Dijon;Côte-d'Or");

    [Fact]
    public async Task A_header_that_stands_again_in_the_middle_is_no_person() =>
        AssertKept(await Csv.ReadAsync("id;nom\n1;Dupont\nid;nom\n2;Durand\n"), good: ["1", "2"], "people.csv:3 csv.header-again id;nom");

    [Fact]
    public async Task A_row_of_nothing_but_delimiters_is_no_person() =>
        AssertKept(await Csv.ReadAsync("id;nom\n1;Dupont\n;\n\n2;Durand\n"), good: ["1", "2"], "people.csv:3 row.empty ;");

    [Fact]
    public async Task A_missing_header_refuses_the_file_and_says_what_to_do()
    {
        var read = await Csv.ReadAsync("1;Dupont;21/03/1954\n2;Durand;22/03/1954\n");

        Assert.Equal("csv.header-missing", read.Failure!.Code);
        Assert.Contains("\"columns\"", read.Failure.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Dupont", read.Failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_header_is_read_with_the_columns_named_in_the_settings()
    {
        var read = await Csv.ReadAsync("1;Dupont\n2;Durand\n", settings => settings with { Columns = ["id", "nom"] });

        Assert.Equal(["id", "nom"], read.Records[0].Columns());
        Assert.Equal(2, read.Records.Count);
    }

    [Fact]
    public async Task Doubled_and_empty_column_names_keep_every_column() =>
        Assert.Equal(["nom", "nom (2)", "column 3", "nom (3)"], (await Csv.ReadAsync("nom;nom;;nom\na;b;c;d\n")).Records[0].Columns());

    [Fact]
    public async Task A_key_column_whose_name_stands_twice_refuses_the_file() =>
        Assert.Equal("csv.column-twice", (await Csv.ReadAsync("id;id\n1;2\n", settings => settings with { Key = ["id"] })).Failure!.Code);

    [Fact]
    public async Task An_unknown_key_column_is_answered_with_the_nearest() =>
        Assert.Contains("did you mean \"num_dossier\"", (await Csv.ReadAsync("num_dossier;nom\n1;x\n", settings => settings with { Key = ["numdossier"] })).Failure!.Detail, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_all_bad_ends_with_every_row_kept()
    {
        var read = await Csv.ReadAsync("id;nom;ville\n1\n2\n3\n");

        Assert.Null(read.Failure);
        Assert.Empty(read.Records);
        Assert.Equal(3, read.Rejected.Count);
    }

    [Fact]
    public async Task An_empty_file_of_changes_is_taken_and_changes_nothing()
    {
        var read = await Csv.ReadAsync("");

        Assert.Null(read.Failure);
        Assert.Empty(read.Records);
        Assert.Single(read.Pages);
    }

    private static void AssertKept(Reading read, string[] good, params string[] bad)
    {
        Assert.Null(read.Failure);
        Assert.Equal(good, read.Records.Select(record => record.Values()[0]));
        Assert.Equal(bad, read.Rejected.Select(reject => $"{reject.Position} {reject.Code} {Encoding.UTF8.GetString(reject.Raw.Span)}"));
    }
}
