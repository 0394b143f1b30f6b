using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Mappings;

public sealed class A_golden_citizen_goes_out_as_the_target_wants
{
    private const string Document = """
        mapping: crm
        attributes: { quotient: number }
        tables: { gender: { male: "1", female: "2" } }
        outgoing:
          gru_goldenid: id
          lastname: usageName ?? birthName
          firstname: givenNames | item(1)
          allnames: givenNames
          gendercode: sex | lookup(gender) | number
          birthdate: birthDate | format-date(yyyy-MM-dd, partial=refuse)
          emailaddress1: email
          telephone: phone | national-phone
          kind: { constant: citizen }
          home: { city: address.city, zip: address.postCode }
          finance: identifiers.finance
          qf: extra.quotient
        """;

    [Fact]
    public void Fields_nest_and_blank_ones_are_left_out()
    {
        var outgoing = MappingCompiler.Compile(Document).Outgoing!;
        var golden = new GoldenRecord
        {
            Id = new GoldenId(42),
            Version = 7,
            Citizen = new Citizen
            {
                BirthName = "de La Tour",
                GivenNames = ["Anne", "Marie"],
                Sex = Sex.Female,
                BirthDate = new PartialDate(1954),
                Emails = [new ContactPoint("a@b.fr"), new ContactPoint("c@d.fr")],
                Phones = [new ContactPoint("+33612345678")],
                Addresses = [new PostalAddress { City = "Annecy" }],
                Identifiers = [new Identifier("finance", "0012")],
                Extra = new Dictionary<string, string> { ["quotient"] = "850.5" },
            },
        };
        var (target, issues) = outgoing.Map(golden, Mapped.Received);
        Assert.Equal(
            $$"""{"gru_goldenid":"{{golden.Id}}","lastname":"de La Tour","firstname":"Anne","allnames":["Anne","Marie"],"gendercode":2,"emailaddress1":"a@b.fr","telephone":"0612345678","kind":"citizen","home":{"city":"Annecy"},"finance":"0012","qf":"850.5"}""",
            target.ToJsonString());
        Assert.Equal([new MappingIssue("outgoing.birthdate", "date.partial", "birthDate")], issues);
    }
}
