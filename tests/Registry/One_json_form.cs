using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Registry;

public sealed class One_json_form
{
    private static readonly DateTimeOffset Day = new(2026, 1, 2, 3, 4, 5, 678, 901, TimeSpan.Zero);

    internal static readonly Citizen Full = new()
    {
        BirthName = "d'Été \"x\" \\ \u0001 😀", UsageName = "U", GivenNames = ["Jean Philippe", "Zoé"], UsedGivenName = "Zo",
        FormerNames = [new FormerName("A", ["B"], new DateOnly(2001, 2, 3)), new FormerName(null, [], null)], Sex = Sex.Male,
        BirthDate = new PartialDate(1954, 3), BirthPlace = new BirthPlace("2A004", "Ajaccio", "99100"),
        Emails = [new ContactPoint("a@b.fr", "home"), new ContactPoint("c@d.fr")], Phones = [new ContactPoint("+33612345678")],
        Addresses = [new PostalAddress { HouseNumber = "1 bis", Street = "r", Complement = "c", PostCode = "p", City = "v", CommuneCode = "i", CountryCode = "x", BanId = "b", ValidFrom = new DateOnly(2000, 1, 1), ValidTo = new DateOnly(2001, 1, 1) }],
        Identifiers = [new Identifier("s", "v", true), new Identifier("s", "w")], Death = new Death(new PartialDate(2020), "75056"),
        Consents = [new Consent("email", "news", false, Day, "form"), new Consent("sms", "news", true, null, null)],
        Verification = VerificationLevel.CivilRegistry, Status = IdentityStatus.Homonym, Extra = new Dictionary<string, string> { ["z"] = "{\"a\":1}", ["b"] = "2" },
    };

    [Fact]
    public void A_citizen_comes_back_from_its_bytes_as_it_was()
    {
        var read = RegistryJson.ReadCitizen(RegistryJson.Write(Full));

        Assert.Equivalent(Full, read, strict: true);
        Assert.Equal(RegistryJson.Write(Full), RegistryJson.Write(read));
        Assert.Equal("{}", Text(RegistryJson.Write(new Citizen())));
        Assert.Equivalent(new Citizen(), RegistryJson.ReadCitizen("{}"u8), strict: true);
    }

    [Fact]
    public void A_null_says_what_leaving_out_says_and_what_is_no_list_is_refused()
    {
        var read = RegistryJson.ReadCitizen("""{"birthName":null,"givenNames":null,"birthDate":null,"emails":null,"death":null,"sex":null,"usageName":"U"}"""u8);

        Assert.Equivalent(new Citizen { UsageName = "U" }, read, strict: true);
        Assert.Throws<FormatException>(() => RegistryJson.ReadCitizen("""{"givenNames":"Zoé","usageName":"U"}"""u8));
    }

    [Fact]
    public void Any_citizen_comes_back_from_its_bytes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var bytes = RegistryJson.Write(People.Seen(Math.Abs(seed % 1000), new Random(seed)));
            return RegistryJson.Write(RegistryJson.ReadCitizen(bytes)).AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Extra_attributes_are_written_in_name_order_whatever_order_they_came_in()
    {
        var turned = Full with { Extra = new Dictionary<string, string> { ["b"] = "2", ["z"] = "{\"a\":1}" } };

        Assert.Equal(RegistryJson.Write(Full), RegistryJson.Write(turned));
    }

    [Fact]
    public void Golden_records_changes_and_linked_rows_come_back_too()
    {
        var golden = new GoldenRecord
        {
            Id = new GoldenId(77), Version = 3, State = GoldenState.Merged, MergedInto = new GoldenId(5), Citizen = Full,
            Provenance = [new Provenance("birthName", new PartKey("c", "k", "p"), Day, "recency"), new Provenance("sex", null, null, "override")],
            Members = [new PartKey("c", "k", "p"), new PartKey("c", "l")],
        };
        var change = new RegistryChange { Sequence = 9, Kind = ChangeKind.Created, Golden = golden.Id, Version = 3, At = Day, Touched = [golden.Id], Attributes = ["sex"], Reason = "source:c" };
        var linked = new LinkedRow(
            4,
            [new OrganisationPart("o", new Organisation { Siren = "1", Siret = "2", Rna = "3", Name = "n", Address = new PostalAddress { City = "v" } })],
            [new Relationship(RelationshipKind.Guardian, "", "p1", new DateOnly(2000, 1, 1), null)],
            [new LinkedItem("ged", "document", "r", Day, "open", "")]);

        Assert.Equivalent(golden, RegistryJson.ReadGolden(RegistryJson.Write(golden)), strict: true);
        Assert.Equivalent(change, RegistryJson.ReadChange(RegistryJson.Write(change)), strict: true);
        Assert.Equivalent(linked, RegistryJson.ReadLinked(4, RegistryJson.Write(linked)), strict: true);
    }

    [Fact]
    public void What_a_newer_program_wrote_is_skipped_where_this_one_does_not_know_it() =>
        Assert.Equal("x", RegistryJson.ReadCitizen("""{"novelty":{"a":[1,{}]},"birthName":"x","sex":"female"}"""u8).BirthName);

    private static string Text(byte[] json) => System.Text.Encoding.UTF8.GetString(json);
}
