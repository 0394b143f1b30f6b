using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>Whether a word belongs to the family name or to the given names is for whoever types it: cut at another place, the same words are the same name.</summary>
public sealed class Names_cut_at_another_place
{
    [Theory]
    [InlineData("Madec Goulven", "Albert", "Madec", "Goulven Albert", "swapped")]
    [InlineData("O Goulven", "Albert", "O", "Goulven Albert", "swapped")] // a family name of one letter has no second one to begin with
    [InlineData("Ly Goulven", "Albert", "Ly", "Goulven Albert", "swapped")]
    [InlineData("Madec Goulven", "Albert", "Madec", "Erwan Albert", "part")]
    [InlineData("Kervella Goulven", "Albert", "Madec", "Goulven Albert", "different")]
    public void The_same_words_are_the_same_name_and_others_are_not(string surname, string given, string otherSurname, string otherGiven, string level)
    {
        Assert.Equal(level, Level(Named("a", surname, given), Named("b", otherSurname, otherGiven)));
        Assert.Equal(level, Level(Named("b", otherSurname, otherGiven), Named("a", surname, given)));
    }

    private static string Level(MatchRecord a, MatchRecord b) => MatchModel.French.Explain(a, b).Lines.Single(line => line.Comparison == "surname").Level;

    private static MatchRecord Named(string key, string surname, string given) => People.Record(key, ("birthName", surname), ("givenNames", given));
}
