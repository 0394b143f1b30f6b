using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Tests.Registry;

/// <summary>A citizen cut to the fields of a model, and registries whose model does not know the newest of them.</summary>
public sealed class What_the_matcher_sees
{
    private static readonly PartKey Key = new(new RecordKey("gis", "1"), "");

    /// <summary>As the shipped model was before BAN ids were compared.</summary>
    private static readonly MatchModel Before = MatchModel.Parse(MatchModel.French.Document.Replace("banId, ", "", StringComparison.Ordinal), "before.yaml");

    [Fact]
    public void Every_address_gives_its_ban_id_and_a_model_without_that_field_gets_none()
    {
        var citizen = People.Person(1) with
        {
            Addresses = [new PostalAddress { Street = "rue des Lilas", BanId = "49007_4512" }, new PostalAddress { Street = "r Monge" }, new PostalAddress { BanId = "49007_4512_00012" }],
        };
        Assert.Equal(["49007_4512", "49007_4512_00012"], Seen(MatchModel.French, citizen, "banId"));
        Assert.Empty(Seen(MatchModel.French, People.Person(1), "banId"));
        Assert.Equal(MatchModel.French.Fields.Except(["banId"]), Before.Fields);
        Assert.All(Before.Fields, field => Assert.Equal(Seen(MatchModel.French, citizen, field), Seen(Before, citizen, field)));
    }

    [Fact]
    public async Task A_registry_of_the_version_before_opens_and_goes_on_and_takes_the_new_model_when_told()
    {
        using var town = await Town.OpenAsync(Before);
        await town.AbsorbAsync(People.Record("crm", "1", 1, Martin(12, "1 rue Neuve", "49100")), People.Record("portal", "1", 1, Martin(17, "résidence du Parc", "49000")));
        await town.RestartAsync(Before);
        await town.AbsorbAsync(People.Record("ged", "2", 1, People.Person(2)));
        Assert.Equal(Before.Version, town.Store.State.ModelVersion);
        Assert.NotEqual(town.Of("crm", "1"), town.Of("portal", "1"));

        await town.ActivateAsync(MatchModel.French);
        Assert.Equal(town.Of("crm", "1"), town.Of("portal", "1"));
        Rules.CheckWhole(town.Store);
    }

    /// <summary>One person of frequent names whose two sources write day of birth and address otherwise, and know the same house.</summary>
    private static Citizen Martin(int day, string street, string postCode) => new()
    {
        BirthName = "Martin",
        GivenNames = ["Marie"],
        BirthDate = new PartialDate(1961, 4, day),
        Addresses = [new PostalAddress { Street = street, PostCode = postCode, BanId = "49007_4512_00012" }],
    };

    private static IReadOnlyList<string> Seen(MatchModel model, Citizen citizen, string field) =>
        new MatchProjection(model, SurvivorshipPolicy.French().Blocked).Project(Key, citizen).Values[model.Fields.ToList().IndexOf(field)];
}
