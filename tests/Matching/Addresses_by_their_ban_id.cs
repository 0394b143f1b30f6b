using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Tests.Matching;

/// <summary>What the identifier of the national address base adds to the letters of an address: never less than they say.</summary>
public sealed class Addresses_by_their_ban_id
{
    private const string House = "49007_4512_00012";

    [Theory]
    [InlineData("12|rue des Lilas|49007_4512_00012", "3|allée Monge|49007_4512_00012", "same")]
    [InlineData("12|rue des Lilas|49007_4512_00012_bis", "3|allée Monge|49007_4512_12bis", "same")]
    [InlineData("||49007_j3a1x5_00012", "12|rue des Lilas|49007_J3A1X5_00012", "same")]
    [InlineData("12|rue des Lilas|49007_4512_00012", "12|rue des Lilas|49007_9876_00012", "same")]
    [InlineData("12|rue des Lilas|49007_4512", "12|rue des Lilas|49007_4512", "same")]
    [InlineData("12|rue des Lilas|49007_4512", "3|allée Monge|49007_4512", "same-street")]
    [InlineData("12|rue des Lilas|49007_4512_00012", "3|allée Monge|49007_4512", "same-street")]
    [InlineData("12|rue des Lilas|49007_4512_00012", "14|allée Monge|49007_4512_00014", "same-street")]
    [InlineData("12|rue des Lilas|49007_4512_00012", "12|allée Monge|49007_4512_00012_bis", "same-street")]
    [InlineData("12|rue des Lilas|49007_4512_00012", "3|allée Monge|49007_9876_00003", "elsewhere")]
    [InlineData("12|rue des Lilas|49007_4512_00012", "3|allée Monge|", "elsewhere")]
    [InlineData("12|rue des Lilas|49007", "3|allée Monge|49007", "elsewhere")]
    [InlineData("12|rue des Lilas|49007_4512_x", "3|allée Monge|49007_4512_x", "elsewhere")]
    [InlineData("12|rue des Lilas|0a1b2c3d-0000-4000-8000-000000000000", "3|allée Monge|0a1b2c3d-0000-4000-8000-000000000000", "elsewhere")]
    [InlineData("12|rue des Lilas|49007_B123_99999", "3|allée Monge|49007_b123_99999", "same-street")]
    [InlineData("12|rue des Lilas|49007_xxxx_00003", "3|allée Monge|49007_XXXX_00003", "elsewhere")]
    [InlineData("||49007_4512_00012", "||49007_9876_00012", "silent")]
    [InlineData("||49007_4512_00012", "12|rue des Lilas|", "silent")]
    public void Addresses_reach_their_level(string a, string b, string level)
    {
        Assert.Equal(level, Level(At("a", a), At("b", b)));
        Assert.Equal(level, Level(At("b", b), At("a", a)));
    }

    [Fact]
    public void One_of_several_addresses_is_enough()
    {
        var two = People.Record("a", ("houseNumber", "3"), ("street", "allée Monge"), ("banId", "21231_0001_00003"), ("banId", House));
        Assert.Equal("same", Level(two, At("b", $"12|rue des Lilas|{House}")));
    }

    [Fact]
    public void The_id_of_a_house_makes_a_candidate_and_that_of_a_street_does_not()
    {
        var vocabulary = MatchModel.French.NewVocabulary();
        Assert.True(Keys($"12|rue des Lilas|{House}").Overlaps(Keys($"3|allée Monge|{House}")));
        Assert.True(Keys($"12|rue des Lilas|{House}").Overlaps(Keys("12|avenue des Lilas|")));
        Assert.False(Keys("12|rue des Lilas|49007_4512").Overlaps(Keys("3|allée Monge|49007_4512")));

        HashSet<ulong> Keys(string address)
        {
            Span<ulong> values = stackalloc ulong[KeyParts.Most];
            return [.. values[..KeyParts.Write(KeyPart.Address, MatchModel.French.Rows.Write(At("x", address), vocabulary), vocabulary, values)]];
        }
    }

    [Fact]
    public void The_level_told_beforehand_is_never_worse_than_the_level_found()
    {
        var (vocabulary, comparator) = (MatchModel.French.NewVocabulary(), new AddressComparator());
        string[] ids = ["", "49007_4512", House, "49007_4512_00014", "49007_9876_00012"];
        var rows = (from id in ids from house in (string[])["", "12", "14"] from street in (string[])["", "rue des Lilas", "allée Monge"] select $"{house}|{street}|{id}")
            .Select(address => MatchModel.French.Rows.Write(At("x", address), vocabulary)).ToList();
        Assert.All(rows.SelectMany(a => rows.Select(b => (a, b))), pair =>
        {
            var both = new Pair(pair.a, pair.b, vocabulary);
            Assert.True(comparator.BestOf(pair.a, pair.b) <= comparator.Compare(ref both, out _));
        });
    }

    [Fact]
    public void A_model_that_does_not_name_the_field_compares_letters_alone()
    {
        var before = MatchModel.Parse(MatchModel.French.Document.Replace("banId, ", "", StringComparison.Ordinal), "before.yaml");
        Assert.DoesNotContain("banId", before.Fields);
        Assert.Equal("elsewhere", before.Explain(Of("a", "12", "rue des Lilas"), Of("b", "3", "allée Monge")).Lines[7].Level);
        Assert.Equal("same", before.Explain(Of("a", "12", "rue des Lilas"), Of("b", "12", "r des Lilas")).Lines[7].Level);

        MatchRecord Of(string key, string house, string street) => People.Of(before, new MatchKey("civil", key, ""), ("houseNumber", house), ("street", street), ("banId", House));
    }

    private static string Level(MatchRecord a, MatchRecord b) => MatchModel.French.Explain(a, b).Lines[7].Level;

    private static MatchRecord At(string key, string address) =>
        address.Split('|') is [var house, var street, var id] ? People.Record(key, ("houseNumber", house), ("street", street), ("banId", id)) : throw new ArgumentException(address, nameof(address));
}
