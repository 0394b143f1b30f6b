using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>A commune keeps the people born in it when its code changes.</summary>
public sealed class Birth_places
{
    [Theory]
    [InlineData("01453", "01059", "same-city")] // Valromey-sur-Séran and Belmont-Luthézieu, merged into it
    [InlineData("01097", "01059", "same-city")] // two that merged into it
    [InlineData("25527", "39012", "same-city")] // over the border of a département
    [InlineData("2A004", "20004", "same-city")] // Ajaccio, before Corsica was two
    [InlineData("99352", "91352", "same-country")] // Algeria and its département of Alger
    [InlineData("92352", "91352", "other-departement")] // Oran is not Alger
    [InlineData("75056", "75112", "same-city")]
    [InlineData("01453", "01453", "same")]
    [InlineData("01453", "01004", "same-departement")]
    [InlineData("01453", "38185", "other-departement")]
    [InlineData("75056", "92012", "same-departement")] // the Seine, before 1968
    [InlineData("78646", "95018", "same-departement")] // Seine-et-Oise
    [InlineData("2A004", "2A041", "same-departement")]
    [InlineData("99139", "99109", "same-departement")]
    [InlineData("99139", "38185", "other-country")]
    [InlineData("Grenoble", "Grenobel", "same-city")]
    [InlineData("Grenoble", "Grenoble Alpes", "same-city")]
    [InlineData("Grenoble", "Valence", "other-departement")]
    [InlineData("Grenoble", "38185", "silent")]
    public void A_former_code_means_the_commune_of_today(string a, string b, string level)
    {
        Assert.Equal(level, Level(a, b));
        Assert.Equal(level, Level(b, a));
    }

    private static string Level(string a, string b) =>
        MatchModel.French.Explain(Born("a", a), Born("b", b)).Lines.Single(line => line.Comparison == "birthPlace").Level;

    private static MatchRecord Born(string key, string commune) => People.Record(key, ("birthName", "Martin"), ("birthCommune", commune));
}
