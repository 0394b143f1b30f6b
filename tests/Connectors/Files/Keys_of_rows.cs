using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Files;

public sealed class Keys_of_rows
{
    [Fact]
    public async Task A_key_of_several_columns_cannot_be_made_by_other_values()
    {
        var read = await Csv.ReadAsync("a;b\nx|y;z\nx;y|z\n", settings => settings with { Key = ["a", "b"] });

        Assert.Equal(["x\\|y|z", "x|y\\|z"], Keys(read));
    }

    [Fact]
    public async Task A_row_without_its_key_is_rejected()
    {
        var read = await Csv.ReadAsync("id;nom\n;Dupont\n2;Durand\n", settings => settings with { Key = ["id"] });

        Assert.Equal(["2"], Keys(read));
        Assert.Equal("row.key-missing", Assert.Single(read.Rejected).Code);
    }

    [Fact]
    public async Task In_a_file_of_changes_the_later_row_of_a_key_is_the_later_version()
    {
        var read = await Csv.ReadAsync("id;nom\n1;Dupont\n1;Durand\n", settings => settings with { Key = ["id"] });

        Assert.Equal(["1", "1"], Keys(read));
        Assert.True(string.CompareOrdinal(read.Records[0].Version.Text, read.Records[1].Version.Text) < 0);
    }

    [Fact]
    public async Task In_a_whole_file_the_second_row_of_a_key_is_kept_apart()
    {
        var read = await Csv.ReadAsync("id;nom\n1;Dupont\n1;Durand\n", settings => settings with { Key = ["id"], Mode = SnapshotMode.Snapshot });

        Assert.Equal("Dupont", Assert.Single(read.Records).Values()[1]);
        Assert.Equal("people.csv:3 row.key-twice", Assert.Single(read.Rejected.Select(reject => $"{reject.Position} {reject.Code}")));
    }

    [Fact]
    public async Task Identical_rows_without_a_key_are_numbered()
    {
        var keys = Keys(await Csv.ReadAsync("nom;v\na;1\nb;1\na;1\na;1\n"));

        Assert.Equal(4, keys.Distinct().Count());
        Assert.Equal([keys[0] + "-2", keys[0] + "-3"], keys[2..]);
    }

    [Fact]
    public async Task Identical_rows_can_be_one()
    {
        var keys = Keys(await Csv.ReadAsync("nom;v\na;1\nb;1\na;1\n", settings => settings with { IdenticalRows = IdenticalRows.One }));

        Assert.Equal(keys[0], keys[2]);
        Assert.NotEqual(keys[0], keys[1]);
    }

    [Fact]
    public async Task A_row_hash_depends_neither_on_the_place_of_the_row_nor_on_columns_left_out()
    {
        var one = Keys(await Csv.ReadAsync("rec_id;nom\nrec-1-org;a\nrec-2-org;b\n", settings => settings with { HashOmits = ["rec_id"] }));
        var other = Keys(await Csv.ReadAsync("rec_id;nom\nrec-9-dup;b\nrec-1-dup;a\n", settings => settings with { HashOmits = ["rec_id"] }));

        Assert.Equal(one, other.Reverse());
    }

    private static string[] Keys(Reading read) => [.. read.Records.Select(record => record.Key)];
}
