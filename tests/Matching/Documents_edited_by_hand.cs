using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>What a hand may write into a model document is understood or refused with its line; what a name may hold is written so that it reads back.</summary>
public sealed class Documents_edited_by_hand
{
    [Theory]
    [InlineData("amongKin: true", "amongKin: yes")]
    [InlineData("amongKin: true", "amongKin: flase")]
    [InlineData("model: french", "? [a, b]\n: c\nmodel: french")]
    [InlineData("identity: [surname, givenName,", "identity: [surname, surname,")]
    [InlineData("on: [phone], finer: [givenInitial, surnameInitial]", "on: []")]
    [InlineData("prior: -20.0", "prior: 3e6")]
    [InlineData("frequency: 1.0", "frequency: 1e6")]
    [InlineData("u: 0.0010, kin: 0.5499, frequency: 1.0 }\n    same-other-name:  { m: 0.120, u: 0.0015,", "u: 1e-320, kin: 0.5499, frequency: 1.0 }\n    same-other-name:  { m: 0.120, u: 0.0025,")]
    [InlineData("when: { birthDate: [generation-apart] }", "when: {}")]
    [InlineData("when: { birthDate: [generation-apart] }", "when: { birthDate: [] }")]
    [InlineData("when: { birthDate: [generation-apart] }", "byNature: -5\n    when: { birthDate: [generation-apart] }")]
    public void What_is_not_understood_is_refused_with_its_line(string from, string to)
    {
        Assert.Contains(from, MatchModel.French.Document, StringComparison.Ordinal);
        var error = Assert.Throws<FormatException>(() => MatchModel.Parse(MatchModel.French.Document.Replace(from, to, StringComparison.Ordinal), "my.yaml"));
        Assert.Matches(@"^my\.yaml:\d+: ", error.Message);
    }

    [Theory]
    [InlineData("True")]
    [InlineData("TRUE")]
    public void True_may_be_written_as_yaml_has_it(string word)
    {
        var model = MatchModel.Parse(MatchModel.French.Document.Replace("amongKin: true", $"amongKin: {word}", StringComparison.Ordinal), "my.yaml");
        Assert.Equal(MatchModel.French.WithDuplicateFreeSources(["a"]).Document, model.WithDuplicateFreeSources(["a"]).Document);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\u0085b")]
    [InlineData("\u2028")]
    [InlineData("a\tb\u0001")]
    [InlineData("a\"b\\")]
    [InlineData(" é ")]
    public void A_sources_name_reads_back(string name)
    {
        var model = MatchModel.French.WithDuplicateFreeSources([name]);
        var again = MatchModel.Parse(model.Document, "my.yaml");
        Assert.Equal(model.Document, again.WithDuplicateFreeSources([name]).Document);
        MatchRecord[] twice = [.. new[] { "1", "2" }.Select(key => People.Of(model, new MatchKey(name, key, ""), ("birthName", "Martin"), ("givenNames", "Jean"), ("birthDate", "1970-05-05"), ("email", "j@x.fr")))];
        Assert.Equal(2, Linker.Link(again, twice).Clusters.Count());
    }

    [Fact]
    public void What_training_said_reads_back_whatever_its_words()
    {
        var model = MatchModel.Parse(MatchModel.French.Document + "\ntrained: { \"a: b\": \"1\", \"c, d\": \"2\", \"#e\": \"3\" }\n", "my.yaml").WithDuplicateFreeSources(["x"]);
        Assert.Equal(model.Training, MatchModel.Parse(model.Document, "my.yaml").Training);
    }
}
