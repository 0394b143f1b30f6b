using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Tests.Registry;

/// <summary>Promise 4: every value says who said it, when, and by which rule it was chosen.</summary>
public sealed class Surviving_values
{
    private static readonly SurvivorshipEngine Engine = new(SurvivorshipPolicy.French());
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Any_order_of_the_parts_gives_the_same_record() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var parts = Enumerable.Range(0, 1 + random.Next(6))
                .Select(i => new SurvivorPart(new PartKey($"c{i % 3}", $"k{i}"), People.Seen(random.Next(3), random), random.Next(4) == 0 ? null : Day.AddDays(random.Next(2000)))).ToArray();
            var first = Text(Engine.Settle(parts, []));
            random.Shuffle(parts);
            return first == Text(Engine.Settle(parts, []));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_verified_identity_outranks_an_override_and_an_override_outranks_trust()
    {
        Citizen declared = new() { BirthName = "Dupond" }, proven = new() { BirthName = "Dupont", Verification = VerificationLevel.FranceConnect };
        var steward = new Override("birthName", new Citizen { BirthName = "Duponx" }, "s", Day, new GoldenId(1));

        Assert.Equal(("Dupont", "verified-level"), Name([Part("a", declared), Part("b", proven)], [steward]));
        Assert.Equal(("Duponx", "override"), Name([Part("a", declared)], [steward]));
        Assert.Equal(("Dupond", "only-source"), Name([Part("a", declared)], []));
    }

    [Fact]
    public void A_pushed_claim_of_verification_below_the_hubs_own_check_weighs_nothing()
    {
        Citizen seen = new() { BirthName = "Dupond", Verification = VerificationLevel.DocumentSeen }, other = new() { BirthName = "Dupont" };

        Assert.Equal("Dupont", Name([Part("a", seen), Part("b", other), Part("c", other)], []).Value);
    }

    [Theory]
    [InlineData("LEFEVRE", "Lefèvre", "Lefèvre")]
    [InlineData("LEFÈVRE", "Lefevre", "Lefevre")]
    [InlineData("LEFEVRE", "Martin", "LEFEVRE")]
    public void The_spelling_in_capitals_of_the_most_trusted_never_stands_for_one_with_small_letters(string trusted, string other, string expected)
    {
        var engine = new SurvivorshipEngine(SurvivorshipPolicy.French().WithTrust(new Dictionary<string, int> { ["a"] = 90, ["b"] = 10 }));
        var parts = new[] { Part("a", new() { BirthName = trusted, Verification = VerificationLevel.FranceConnect }), Part("b", new() { BirthName = other }) };
        var survivor = engine.Settle(parts, []);
        Assert.Equal(expected, survivor.Citizen.BirthName);
        Assert.Equal(expected, engine.Why(parts, []).Single(why => why.Attribute == "birthName").Candidates[0].Value.BirthName);
    }

    [Fact]
    public void The_newer_statement_wins_once_trust_has_decayed_below_it()
    {
        var policy = SurvivorshipPolicy.French().WithTrust(new Dictionary<string, int> { ["old"] = 60, ["new"] = 50 });
        SurvivorPart Mail(string connection, string mail, int years) => new(new PartKey(connection, "1"), new Citizen { Emails = [new ContactPoint(mail)] }, Day.AddDays(-366 * years));
        string First(int years) => new SurvivorshipEngine(policy).Settle([Mail("old", "a@x.fr", years), Mail("new", "b@x.fr", 0)], []).Citizen.Emails[0].Value;

        Assert.Equal("a@x.fr", First(0));
        Assert.Equal("b@x.fr", First(2));
    }

    [Fact]
    public void Spellings_that_differ_by_case_and_accent_are_one_value_and_the_fuller_one_is_shown()
    {
        var survivor = Engine.Settle([Part("a", new() { BirthName = "LEFEVRE" }), Part("b", new() { BirthName = "Lefèvre" }), Part("c", new() { BirthName = "Martin" })], []);

        Assert.Equal(("Lefèvre", "frequency"), (survivor.Citizen.BirthName, survivor.Provenance[0].Rule));
        Assert.Equal(new PartKey("b", "1"), survivor.Provenance[0].Source);
    }

    [Fact]
    public void Parts_with_a_blocking_status_stand_only_where_nobody_else_does()
    {
        Citizen usurped = new() { BirthName = "Faux", Emails = [new ContactPoint("faux@x.fr")], Status = IdentityStatus.Usurped }, plain = new() { BirthName = "Vrai" };

        var both = Engine.Settle([Part("a", usurped), Part("b", plain)], []);
        Assert.Equal("Vrai", both.Citizen.BirthName);
        Assert.Empty(both.Citizen.Emails);
        Assert.Equal("Faux", Engine.Settle([Part("a", usurped)], []).Citizen.BirthName);
        var why = Engine.Why([Part("a", usurped), Part("b", plain)], []).Single(line => line.Attribute == "birthName");
        Assert.Equal([(false, "Vrai"), (true, "Faux")], why.Candidates.Select(candidate => (candidate.Excluded, candidate.Value.BirthName!)));
    }

    [Fact]
    public void A_refusal_of_contact_always_wins()
    {
        static Citizen Says(bool granted, IdentityStatus status = IdentityStatus.None) => new() { Consents = [new Consent("email", "news", granted, null, null)], Status = status };
        var steward = new Override("consents", Says(true), "s", Day.AddYears(1), new GoldenId(1));

        bool Granted(IReadOnlyList<SurvivorPart> parts, params Override[] overrides) => Assert.Single(Engine.Settle(parts, overrides).Citizen.Consents).Granted;
        Assert.False(Granted([Part("a", Says(false), -900), Part("b", Says(true)), Part("c", Says(true))]));
        Assert.False(Granted([Part("a", Says(false), -900), Part("b", Says(true))], steward));
        Assert.False(Granted([Part("a", Says(false, IdentityStatus.Doubtful)), Part("b", Says(true))]));
        Assert.True(Granted([Part("a", Says(true)), Part("b", Says(true))]));
    }

    [Fact]
    public void Lists_are_united_once_each_and_addresses_that_ended_come_last()
    {
        PostalAddress old = new() { HouseNumber = "1", Street = "rue A", City = "Rennes", ValidTo = new DateOnly(2025, 1, 1) }, now = new() { HouseNumber = "2", Street = "rue B", City = "Rennes" };
        var survivor = Engine.Settle(
            [Part("a", new() { Addresses = [old], Phones = [new("+33600000001")] }), Part("b", new() { Addresses = [now with { Street = "RUE B" }, now], Phones = [new("+33600000001", "mobile")] }, -400)], []).Citizen;

        Assert.Equal(["2", "1"], survivor.Addresses.Select(address => address.HouseNumber!));
        Assert.Equal(new ContactPoint("+33600000001", "mobile"), Assert.Single(survivor.Phones));
    }

    [Fact]
    public void Only_permitted_sources_speak()
    {
        var parts = new[] { Part("social", new() { BirthName = "Dupont", Phones = [new("+33600000001")] }), Part("ged", new() { BirthName = "Dupont" }) };
        var survivor = Engine.Settle(parts, [], new HashSet<string> { "ged" });

        Assert.Empty(survivor.Citizen.Phones);
        Assert.Equal("ged", Assert.Single(survivor.Provenance).Source!.Value.Record.Connection);
        Assert.All(Engine.Why(parts, [], new HashSet<string> { "ged" }).SelectMany(line => line.Candidates), candidate => Assert.Equal("ged", candidate.Source!.Value.Record.Connection));
    }

    [Fact]
    public void Attributes_a_town_declared_survive_one_by_one()
    {
        var survivor = Engine.Settle(
            [Part("a", new() { Extra = new Dictionary<string, string> { ["qf"] = "800", ["canton"] = "\"A\"" } }), Part("b", new() { Extra = new Dictionary<string, string> { ["qf"] = "900" } }, 40)], []);

        Assert.Equal([("canton", "\"A\""), ("qf", "900")], survivor.Citizen.Extra.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["extra.canton", "extra.qf"], survivor.Provenance.Select(line => line.Attribute));
    }

    private static (string Value, string Rule) Name(IReadOnlyList<SurvivorPart> parts, IReadOnlyList<Override> overrides)
    {
        var survivor = Engine.Settle(parts, overrides);
        return (survivor.Citizen.BirthName!, survivor.Provenance.Single(line => line.Attribute == "birthName").Rule);
    }

    private static SurvivorPart Part(string connection, Citizen citizen, int days = 0) => new(new PartKey(connection, "1"), citizen, Day.AddDays(days));

    private static string Text(Survivor survivor) =>
        System.Text.Encoding.UTF8.GetString(RegistryJson.Write(survivor.Citizen)) + System.Text.Encoding.UTF8.GetString(RegistryJson.Write(survivor.Provenance));
}
