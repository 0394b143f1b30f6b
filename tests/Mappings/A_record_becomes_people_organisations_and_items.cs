using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Mappings;

public sealed class A_record_becomes_people_organisations_and_items
{
    private const string Person = """
        mapping: test
        citizen:
          birthName: nom
          givenNames: prenom
          birthDate: ne_le
          emails: [mail, mail2]
          phones: tel
        """;

    [Fact]
    public void A_bad_attribute_is_an_issue_and_stops_no_other()
    {
        var mapped = Mapped.By(Person, """{"nom":"DUPONT","prenom":"Jean","ne_le":"31/02/1980","mail":"nope","mail2":"A@B.fr","tel":"12"}""");
        var citizen = Assert.Single(mapped.Citizens).Citizen;
        Assert.Equal(("DUPONT", (PartialDate?)null), (citizen.BirthName, citizen.BirthDate));
        Assert.Equal([new ContactPoint("a@b.fr")], citizen.Emails);
        Assert.Equal(["citizen.birthDate date.impossible ne_le", "citizen.emails email.invalid mail", "citizen.phones phone.invalid tel"], mapped.Codes());
    }

    [Fact]
    public void An_anonymous_request_creates_no_person()
    {
        const string request = Person + """

            linkedItems: [{ kind: request, reference: ref, owner: citizen }]
            """;
        var mapped = Mapped.By(request, """{"ref":"R1","mail":"x@y.fr"}""");
        Assert.Empty(mapped.Citizens);
        Assert.Equal(["citizen citizen.anonymous"], mapped.Codes());
        Assert.Null(Assert.Single(mapped.LinkedItems).OwnerPart);
    }

    [Fact]
    public void A_person_with_a_birth_date_alone_counts_only_where_the_document_says_so()
    {
        const string record = """{"ne_le":"1954-03-21","mail":"x@y.fr"}""";
        Assert.Empty(Mapped.By(Person, record).Citizens);
        Assert.Single(Mapped.By(Person + "\n  unnamed: with-birth-date", record).Citizens);
    }

    [Fact]
    public void A_deleted_record_carries_no_parts()
    {
        var mapped = Mapped.Mapping(Person).Map("c", new SourceRecord { Key = "k", Version = new RecordVersion(3, "t"), Deleted = true }, Mapped.Received);
        Assert.Equal((true, new RecordKey("c", "k"), new SourceVersion(3, "t")), (mapped.Deleted, mapped.Key, mapped.Version));
        Assert.Empty(mapped.Issues);
    }

    [Fact]
    public void A_column_may_have_stray_spaces_escapes_and_numbers()
    {
        var mapped = Mapped.By(Person.Replace("nom\n", "\"prénom d'usage\"\n", StringComparison.Ordinal), """{" pr\u00e9nom d'usage ":"  LE   GOFF ","prenom":"Anne","ne_le":19540321}""");
        var citizen = Assert.Single(mapped.Citizens).Citizen;
        Assert.Equal(("LE GOFF", new PartialDate(1954, 3, 21)), (citizen.BirthName, citizen.BirthDate!.Value));
        Assert.Empty(mapped.Issues);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("")]
    [InlineData("{\"nom\":\"DUPONT\"")]
    [InlineData("{\"nom\":\"a\"} {}")]
    [InlineData("not json")]
    public void What_is_no_object_is_unreadable_and_never_fatal(string body)
    {
        var mapped = Mapped.By(Person, body);
        Assert.Empty(mapped.Citizens);
        Assert.Equal(["record record.unreadable"], mapped.Codes());
    }

    [Fact]
    public void Damaged_text_is_flagged_and_kept()
    {
        Assert.Equal(["citizen.birthName text.damaged nom"], Mapped.By(Person, """{"nom":"LEFÃ¨VRE","prenom":"A"}""").Codes());
        var mapped = Mapped.By(Mapped.Mapping(Person), [.. "{\"nom\":\"LEF"u8, 0xC8, .. "VRE\",\"prenom\":\"Anne\"}"u8]);
        Assert.Equal(["citizen.birthName text.damaged nom"], mapped.Codes());
        Assert.Equal(["Anne"], Assert.Single(mapped.Citizens).Citizen.GivenNames);
    }

    [Fact]
    public void A_field_of_a_million_characters_costs_that_field()
    {
        var mapped = Mapped.By(Person, $$"""{"nom":"{{new string('A', 1_000_000)}}","prenom":"Anne"}""");
        Assert.Equal(["citizen.birthName text.too-long nom"], mapped.Codes());
        Assert.Single(mapped.Citizens);
    }

    [Fact]
    public void A_record_that_maps_to_nothing_says_so() => Assert.Equal(["record record.nothing-mapped"], Mapped.By(Person, "{}").Codes());

    [Fact]
    public void Two_items_of_one_key_give_one_citizen_and_an_issue()
    {
        var mapped = Mapped.By("mapping: t\ncitizens: { p: { forEach: l, key: id, birthName: n } }", """{"l":[{"id":"1","n":"A"},{"id":"1","n":"B"},7]}""");
        Assert.Equal("p:1", Assert.Single(mapped.Citizens).Part);
        Assert.Equal(["p part.twice", "p list.not-an-object l"], mapped.Codes());
    }

    [Fact]
    public void A_household_is_each_with_each_once()
    {
        var mapped = Mapped.By("mapping: t\ncitizens: { p: { forEach: l, birthName: n } }\nrelationships: [{ kind: household, from: p, to: p }]", """{"l":[{"n":"A"},{"n":"B"},{"n":"C"}]}""");
        Assert.Equal([("p:1", "p:2"), ("p:1", "p:3"), ("p:2", "p:3")], mapped.Relationships.Select(r => (r.FromPart, r.ToPart)));
    }

    [Fact]
    public void Conditions_and_tables_choose_without_judging()
    {
        const string mapping = """
            mapping: t
            tables: { sexe: { "10": M, "20": F } }
            citizen:
              when: { all: [{ value: nature, notIn: [S, A] }, { not: { value: etat, is: clos } }] }
              birthName: { firstOf: [{ from: naissance, unless: { value: nature, is: X } }, { from: usage }, { constant: NEANT }] }
              sex: code | lookup(sexe) | sex
            """;
        Assert.Equal(Sex.Female, Assert.Single(Mapped.By(mapping, """{"nature":"P","usage":"B","code":"20"}""").Citizens).Citizen.Sex);
        Assert.Equal("B", Mapped.By(mapping, """{"nature":"X","naissance":"A","usage":"B"}""").Citizens[0].Citizen.BirthName);
        Assert.Empty(Mapped.By(mapping, """{"nature":"s","naissance":"A"}""").Citizens);
        Assert.Empty(Mapped.By(mapping, """{"nature":"P","etat":"clos","naissance":"A"}""").Citizens);
    }

    [Fact]
    public void No_value_ever_appears_in_an_issue()
    {
        var mapping = Mapped.Mapping(Person);
        Prop.ForAll<NonEmptyString>(ArbMap.Default.ArbFor<NonEmptyString>(), text =>
        {
            var secret = "Zq" + text.Get + "7";
            var json = new System.Text.Json.Nodes.JsonObject { ["nom"] = secret, ["prenom"] = secret, ["ne_le"] = secret, ["mail"] = secret, ["tel"] = secret };
            var issues = Mapped.By(mapping, Encoding.UTF8.GetBytes(json.ToJsonString())).Issues;
            return issues.All(i => !i.ToString().Contains(secret, StringComparison.Ordinal)) && issues.Any(i => i.Attribute == "citizen.birthDate");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_bytes_give_a_record_and_the_same_one_twice()
    {
        var mapping = Mapped.Mapping(Person);
        Prop.ForAll<byte[]>(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            byte[] body = [.. "{\"nom\":\""u8, .. bytes, .. "\"}"u8];
            return Mapped.By(mapping, body).Codes().SequenceEqual(Mapped.By(mapping, body).Codes());
        }).QuickCheckThrowOnFailure();
    }
}
