using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>What a row says of two people, or of one in too many letters, must not make two people one.</summary>
public sealed class Two_in_one_row
{
    private static readonly (string, string)[] Home = [("birthName", "DUPUIS"), ("email", "gdupuis@yahoo.fr"), ("phone", "0318644185")];

    [Theory]
    [InlineData("Ghislaine", "et", "David")]
    [InlineData("Ghislaine", "OU", "David")]
    [InlineData("Ghislaine et David")]
    [InlineData("Ghislaine & David")]
    public void A_row_that_names_a_couple_joins_neither_of_them(params string[] couple)
    {
        MatchRecord[] rows = [Named("1", "Ghislaine"), Named("2", couple), Named("3", "David")];
        var partition = Linker.Link(MatchModel.French, rows);
        Assert.Equal(3, partition.Clusters.Count());
        Assert.Contains(partition.Doubts, doubt => (doubt.A, doubt.B) is (0, 1) or (1, 0));
        Assert.Contains("couple", MatchModel.French.Explain(rows[0], rows[1]).Vetoes);
        Assert.DoesNotContain("status", MatchModel.French.Explain(rows[0], rows[1]).Vetoes);
    }

    [Theory]
    [InlineData("Juliette")]
    [InlineData("Et")]
    [InlineData("Mehmet", "Ou")]
    public void A_name_that_only_looks_like_it_is_one_persons(params string[] names)
    {
        var partition = Linker.Link(MatchModel.French, [Named("1", names), Named("2", names)]);
        Assert.Single(partition.Clusters);
    }

    [Fact]
    public void Long_identifiers_that_begin_alike_are_two()
    {
        var system = "persistent:https://idp.ministere.example.gouv.fr/saml!https://portail.ville.example.fr/sp!" + new string('0', 20);
        MatchRecord Bearer(string key, string given, string id) => People.Record(key, ("birthName", "DURAND"), ("givenNames", given), ("birthDate", "1984-03-02"), ("identifier", $"!{system}{id}"));
        Assert.Equal("verified-different", Identifier(Bearer("1", "Paul", "AAAAAAAA"), Bearer("2", "Anne", "BBBBBBBB")));
        Assert.Equal("same", Identifier(Bearer("1", "Paul", "AAAAAAAA"), Bearer("2", "Paul", "AAAAAAAA")));

        static string Identifier(MatchRecord a, MatchRecord b) => MatchModel.French.Explain(a, b).Lines.Single(line => line.Comparison == "identifier").Level;
    }

    [Fact]
    public void A_compound_is_no_rarer_against_two_names_than_two_names_are()
    {
        var crowd = Enumerable.Range(0, 3000).Select(i => People.Record($"x{i}", ("birthName", $"NOM{i}"), ("givenNames", "Marie"), ("givenNames", "Valerie"), ("birthDate", $"{1930 + (i % 70)}-05-0{1 + (i % 9)}")));
        MatchRecord[] two = [Of("a", "Marie", "Valerie"), Of("b", "Marie", "Valerie"), Of("c", "Marie-Valerie")];
        var model = MatchModel.French.ActivateOn([.. crowd, .. two]);
        Assert.InRange(model.Explain(two[0], two[2]).Weight, int.MinValue, model.Explain(two[0], two[1]).Weight);

        static MatchRecord Of(string key, params string[] names) => People.Record(key, [("birthName", "HOARAU"), ("birthDate", "1959-03-30"), .. names.Select(name => ("givenNames", name))]);
    }

    [Fact]
    public void A_record_copied_with_other_values_or_another_status_is_what_it_says_now()
    {
        var drafted = MatchModel.French.Draft([Named("1", "Ghislaine")])[0];
        var other = drafted with { Key = new MatchKey("civil", "2", ""), Values = Named("2", "Zinedine").Values };
        var held = drafted with { Key = new MatchKey("civil", "3", ""), ReviewOnly = true };
        foreach (var page in new[] { 0, 1, 3 })
        {
            var partition = Linker.Link(MatchModel.French, [drafted, other, held], pageSize: page);
            Assert.Equal(3, partition.Clusters.Count());
            Assert.Contains(partition.Doubts, doubt => (doubt.A, doubt.B) is (0, 2) or (2, 0));
            Assert.DoesNotContain(partition.Doubts, doubt => doubt.A == 1 && doubt.Reason == DoubtReason.Vetoed);
        }
    }

    private static MatchRecord Named(string key, params string[] names) => People.Record(key, [.. Home, .. names.Select(name => ("givenNames", name))]);
}
