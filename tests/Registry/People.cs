using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;

namespace IntegrationHub.Tests.Registry;

/// <summary>A small town with enough namesakes, spellings and gaps to make clusters, doubts, merges and splits.</summary>
internal static class People
{
    private static readonly string[] BirthNames = ["Le Goff", "Martin", "Dupont-Moretti", "Bénard", "Nguyen", "Lefèvre", "de La Tour", "Haddad"];
    private static readonly string[] GivenNames = ["Élodie", "Jean-Philippe", "Marie", "Karim", "Léa", "Léo", "Françoise", "Yves"];

    public static Citizen Person(int number) => new()
    {
        BirthName = BirthNames[number % BirthNames.Length],
        GivenNames = [GivenNames[number / 3 % GivenNames.Length], GivenNames[(number + 5) % GivenNames.Length]],
        Sex = number % 2 == 0 ? Sex.Female : Sex.Male,
        BirthDate = new PartialDate(1940 + (number * 7 % 70), 1 + (number * 5 % 12), 1 + (number * 11 % 28)),
        BirthPlace = new BirthPlace($"{35 + (number % 4)}{238 + (number % 9)}", null, "99100"),
        Emails = [new ContactPoint($"p{number}@exemple.fr")],
        Phones = [new ContactPoint($"+336120{number:D5}", "mobile")],
        Addresses = [new PostalAddress { HouseNumber = $"{number % 40}", Street = "rue des Lilas", PostCode = "35000", City = "Rennes", CommuneCode = "35238" }],
    };

    /// <summary>What one source makes of a person: typing errors, capitals, gaps.</summary>
    public static Citizen Seen(int number, Random random)
    {
        var person = Person(number);
        return person with
        {
            BirthName = random.Next(5) switch { 0 => person.BirthName!.ToUpperInvariant(), 1 => person.BirthName![..^1], _ => person.BirthName },
            GivenNames = random.Next(3) == 0 ? [person.GivenNames[0]] : person.GivenNames,
            BirthDate = random.Next(8) == 0 ? new PartialDate(person.BirthDate!.Value.Year) : person.BirthDate,
            BirthPlace = random.Next(3) == 0 ? null : person.BirthPlace,
            Emails = random.Next(2) == 0 ? [] : person.Emails,
            Phones = random.Next(2) == 0 ? [] : person.Phones,
            Addresses = random.Next(3) == 0 ? [] : person.Addresses,
            Identifiers = random.Next(12) == 0 ? [new Identifier("finance", $"F{number}")] : [],
            Consents = random.Next(6) == 0 ? [new Consent("email", "news", random.Next(2) == 0, null, null)] : [],
            Verification = random.Next(15) == 0 ? VerificationLevel.FranceConnect : VerificationLevel.Declared,
            Status = random.Next(25) == 0 ? IdentityStatus.Doubtful : IdentityStatus.None,
        };
    }

    public static Arrival Record(string connection, string key, long version, params Citizen[] citizens) => new(
        new MappedRecord
        {
            Key = new RecordKey(connection, key),
            Version = new SourceVersion(version, ""),
            ChangedAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(version * 40),
            Citizens = [.. citizens.Select((citizen, i) => new CitizenPart(i == 0 ? "" : $"p{i}", citizen))],
        },
        System.Text.Encoding.UTF8.GetBytes($"{connection}/{key}/{version}"));

    public static Arrival Deletion(string connection, string key, long version) => new(
        new MappedRecord { Key = new RecordKey(connection, key), Version = new SourceVersion(version, ""), Deleted = true },
        default);
}
