using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

public sealed class Homes_of_many
{
    private static readonly string[] Given = ["MADELEINE", "MARCELLE", "MAURICE", "MONIQUE", "MICHEL"];

    /// <summary>Else a lone person's two records would be held for relatives, for every pair of a nursing home was counted as a household's.</summary>
    [Fact]
    public void A_home_of_three_hundred_makes_no_families_elsewhere()
    {
        var town = People.Crowd(31, 1_500).Select(c => c.Record).ToList();
        var home = Enumerable.Range(0, 300).Select(i => People.Record(
            $"home-{i:D3}", ("birthName", $"{"LMNP"[i % 4]}{(char)('A' + (i % 25))}RTENB{(char)('A' + (i / 13))}L"), ("givenNames", $"{Given[i % 5]}"), ("phone", "0241556677"), ("street", "RUE DES LILAS"), ("houseNumber", "9"), ("postCode", "49000")));
        var without = MatchModel.French.ActivateOn(town).Settings;
        var with = MatchModel.French.ActivateOn(town.Concat(home).ToList()).Settings;
        Assert.InRange(with.Kinship - without.Kinship, -2000, 2000);
    }
}
