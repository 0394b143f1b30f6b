using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;

namespace IntegrationHub.Host.Invented;

/// <summary>A dozen people who do not exist, as two made-up systems know them: each shows a subscriber a case it will meet.</summary>
/// <remarks>Their birth names begin with "Test", their mails end in the reserved <c>.example</c> (RFC 2606), their phones are of the numbers ARCEP keeps for fiction.</remarks>
internal static class InventedPeople
{
    public const string Crm = "test-crm";
    public const string Portal = "test-portal";

    public static IReadOnlyList<Arrival> InCrm { get; } =
    [
        Of(Crm, "1", Born("Test Moreau", "F", ["Maëlle", "Anne"], 1987, 4, 12) with { UsageName = "Test Moreau-Diallo", Emails = [Mail(1)], Phones = [Phone(1)], Addresses = [At("12 bis", "rue des Lilas")] }),
        Of(Crm, "2", Born("Test Lefèvre", "M", ["Loïc"], 1954, 1, 1) with { Phones = [Phone(2)] }),
        Of(Crm, "3", Born("Test Benali", "F", ["Yasmine"], 1990, 9, 30) with { BirthPlace = new BirthPlace(null, "Oran", "99352"), Emails = [Mail(3)] }),
        Of(Crm, "4", Born("Test de La Tour", "M", ["Jean Philippe"], 1948, 12, 3) with { Death = new Death(new PartialDate(2019, 11, 2), null) }),
        Of(Crm, "5", Born("Test Nguyễn", "F", ["Thị Hoa"], null) with { BirthDate = new PartialDate(1962, null, null) }),
        Of(Crm, "6", Born("Test Garnier", "M", ["Émile"], 2001, 2, 28) with { Emails = [Mail(6)] }),
        Of(Crm, "7", Born("Test Ouedraogo", "F", ["Aminata"], 1979, 6, 17) with { Emails = [Mail(7)], Phones = [Phone(7)] }),
        Of(Crm, "8", Born("Test Rivière", "M", ["Hugo"], 2010, 5, 5)),
    ];

    public static IReadOnlyList<Arrival> InPortal { get; } =
    [
        Of(Portal, "a", Born("TEST MOREAU", "F", ["MAELLE"], 1987, 4, 12) with { Emails = [Mail(1)] }),
        Of(Portal, "b", Born("Test Lefebvre", "M", ["Loïc", "Yves"], 1971, 8, 20) with { Emails = [Mail(2)] }),
        Of(Portal, "c", Born("Test Rivière", "F", ["Inès"], 2010, 5, 5)),
        Of(Portal, "d", Born("Test Castaing", "F", ["Perrine"], 1995, 10, 9) with { Addresses = [At("4", "place de la Mairie")] }),
    ];

    /// <summary>The first of the CRM, moved, with another mail.</summary>
    public static Arrival Moved { get; } = Of(Crm, "1", InCrm[0].Record.Citizens[0].Citizen with { Addresses = [At("7", "allée des Tilleuls")], Emails = [Mail(9)] }, version: 2);

    /// <summary>The first of the portal, gone from it.</summary>
    public static Arrival Gone { get; } = new(
        new MappedRecord { Key = new RecordKey(Portal, "a"), Version = new SourceVersion(2, ""), Deleted = true }, "{}"u8.ToArray());

    private static Arrival Of(string connection, string key, Citizen citizen, long version = 1) => new(
        new MappedRecord { Key = new RecordKey(connection, key), Version = new SourceVersion(version, ""), Citizens = [new CitizenPart("", citizen)] }, "{}"u8.ToArray());

    private static Citizen Born(string name, string sex, IReadOnlyList<string> given, int? year, int month = 1, int day = 1) => new()
    {
        BirthName = name,
        GivenNames = given,
        Sex = sex == "F" ? Sex.Female : Sex.Male,
        BirthDate = year is { } known ? new PartialDate(known, month, day) : null,
    };

    private static ContactPoint Mail(int person) => new($"personne{person}@essai.example");

    private static ContactPoint Phone(int person) => new($"+3363998000{person}", "mobile");

    private static PostalAddress At(string number, string street) => new()
    {
        HouseNumber = number, Street = street, PostCode = "00000", City = "Essaiville", CountryCode = "99100",
    };
}
