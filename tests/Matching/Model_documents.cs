using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

public sealed class Model_documents
{
    private static readonly string Shipped = ReadShipped();

    [Fact]
    public void More_blocking_rules_than_there_can_be_are_refused_by_their_line()
    {
        var rule = "    - { on: [identifier], finer: [givenInitial] }\n";
        var error = Assert.Throws<FormatException>(() => MatchModel.Parse(Shipped.Replace(rule, string.Concat(Enumerable.Repeat(rule, 130)), StringComparison.Ordinal), "town.yaml"));
        Assert.Matches(@"^town\.yaml:\d+: blocking\.rules: a model has at most 128 blocking rules$", error.Message);
    }

    [Theory]
    [InlineData("    look-alike:", "    look-alyke:", "look-alike")]
    [InlineData("thresholds:", "tresholds:", "thresholds")]
    [InlineData("on: [birthDate]", "on: [birthDat]", "birthDate")]
    [InlineData("fields: [birthName", "fields: [birthNam", "birthName")]
    public void A_mistyped_word_is_refused_with_file_line_and_nearest_word(string word, string mistyped, string nearest)
    {
        var error = Assert.Throws<FormatException>(() => MatchModel.Parse(Shipped.Replace(word, mistyped, StringComparison.Ordinal), "town.yaml"));
        Assert.Matches(@"^town\.yaml:\d+: ", error.Message);
        Assert.Contains($"\"{nearest}\"", error.Message);
    }

    [Fact]
    public void Shares_that_do_not_sum_to_one_are_refused()
    {
        var error = Assert.Throws<FormatException>(() => MatchModel.Parse(Shipped.Replace("m: 0.990, u: 0.500", "m: 0.980, u: 0.500", StringComparison.Ordinal), "town.yaml"));
        Assert.Contains("sum to 1", error.Message);
    }

    [Fact]
    public void The_version_names_the_content()
    {
        Assert.Equal(MatchModel.French.Version, MatchModel.Parse(Shipped, "elsewhere.yaml").Version);
        Assert.NotEqual(MatchModel.French.Version, MatchModel.Parse(Shipped + "\n# a word more\n", "town.yaml").Version);
        Assert.StartsWith("french@", MatchModel.French.Version);
    }

    [Fact]
    public void Activation_depends_on_the_records_and_not_on_their_order()
    {
        var crowd = People.Crowd(9, 400).Select(c => c.Record).ToList();
        var random = new Random(1);
        var there = MatchModel.French.ActivateOn(crowd);
        Assert.Equal(there.Version, MatchModel.French.ActivateOn(crowd.OrderBy(_ => random.Next())).Version);
        Assert.NotEqual(there.Version, MatchModel.French.ActivateOn(crowd.Skip(1)).Version);
        Assert.NotEqual(there.Version, MatchModel.French.Version);
    }

    private static string ReadShipped()
    {
        using var reader = new StreamReader(typeof(MatchModel).Assembly.GetManifestResourceStream("french.yaml")!);
        return reader.ReadToEnd();
    }
}
