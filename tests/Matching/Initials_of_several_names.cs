using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

public sealed class Initials_of_several_names
{
    [Theory]
    [InlineData("J.P.", "Jean-Pierre", "initial")]
    [InlineData("J.P.", "Jean, Pierre", "initial")]
    [InlineData("J.P.", "Jean", "initial")] // who leaves the second name out
    [InlineData("D.M.C.", "Dirk", "initial")] // longer than the name it stands for
    [InlineData("D.M.C.", "Dirk, Maria", "initial")]
    [InlineData("D.M.C.", "Dirk, Maria Cornelis", "initial")]
    [InlineData("J.", "Jean, Luc", "initial")]
    [InlineData("J.P.", "J.", "initial")]
    [InlineData("J.P.", "Jean, Luc", "different")]
    [InlineData("J.P.", "Jean-Luc", "different")]
    [InlineData("J.P.", "Pierre, Jean", "different")]
    [InlineData("J.P.", "J., L.", "different")]
    [InlineData("D.M.C.", "Dirk, Maria, Pieter", "different")]
    [InlineData("D.M.C.", "Anna", "different")]
    public void Fit_the_given_names_in_their_order(string initials, string names, string level)
    {
        Assert.Equal(level, Level(Of("a", initials), Of("b", names)));
        Assert.Equal(level, Level(Of("b", names), Of("a", initials)));
    }

    [Theory]
    [InlineData("Jean, Pierre", "Pierrot", "initial")]
    [InlineData("Jean, Luc", "Lucas", "different")]
    [InlineData("Jean, Luc", "Joël", "initial")]
    public void Fit_them_where_a_record_says_which_name_it_goes_by_too(string names, string used, string level)
    {
        Assert.Equal(level, Level(Of("a", "J.P."), Of("b", names, used)));
        Assert.Equal(level, Level(Of("b", names, used), Of("a", "J.P.")));
    }

    private static string Level(MatchRecord a, MatchRecord b) => MatchModel.French.Explain(a, b).Lines.Single(l => l.Comparison == "givenName").Level;

    private static MatchRecord Of(string key, string names, string? used = null) => new(new MatchKey("civil", key, ""),
        [.. MatchModel.French.Fields.Select(field => (IReadOnlyList<string>)(field == "givenNames" ? names.Split(", ") : field == "usedGivenName" && used is not null ? [used] : []))]);
}
