using IntegrationHub.Mdm.Storage.Encoding;

namespace IntegrationHub.Mdm.Storage.Searching;

/// <summary>The search rows of one golden record: packed names with their filters, and hashes of e-mails, phones and identifiers.</summary>
internal sealed record SearchTerms(IReadOnlyList<long> Names, long Given, long Birth, long Commune, IReadOnlyList<long> Keys)
{
    public const long SeveralCommunes = -1;

    public static SearchTerms None { get; } = new([], 0, 0, 0, []);

    /// <summary>Only an active record is found; the others have no rows.</summary>
    public static SearchTerms Of(GoldenRecord golden)
    {
        if (golden.State != GoldenState.Active)
        {
            return None;
        }

        var citizen = golden.Citizen;
        var names = CitizenWords.Names(citizen).SelectMany(CitizenWords.Starts).Select(PackedName.Pack).Distinct().Order().ToArray();
        var given = CitizenWords.GivenNames(citizen).Aggregate(0L, (mask, name) => mask | PackedName.Initials(name));
        var communes = citizen.Addresses.Select(address => address.CommuneCode).OfType<string>().Select(CommuneOf).Distinct().ToArray();
        var keys = citizen.Emails.Select(email => EmailKey(email.Value))
            .Concat(citizen.Phones.Select(phone => PhoneKey(phone.Value)))
            .Concat(citizen.Identifiers.Select(id => IdentifierKey(id.System, id.Value)));
        return new SearchTerms(
            names.Length == 0 ? [0] : names,
            given,
            citizen.BirthDate?.Year ?? 0,
            communes.Length switch { 0 => 0, 1 => communes[0], _ => SeveralCommunes },
            [.. keys.Distinct().Order()]);
    }

    public static long EmailKey(string email) => KeyHash.Short("email", CitizenWords.Email(email));

    public static long PhoneKey(string phone) => KeyHash.Short("phone", CitizenWords.Phone(phone));

    public static long IdentifierKey(string system, string value) => KeyHash.Short("identifier:" + system, value);

    public static long CommuneOf(string code) => PackedName.Pack(SearchText.Normalise(code));

    /// <summary>As kept with the golden version, so that the next version knows which rows to take away.</summary>
    public byte[] Write() => Numbers.Write([Given, Birth, Commune, Names.Count, .. Names, .. Keys]);

    public static SearchTerms Read(byte[] bytes)
    {
        var numbers = Numbers.Read(bytes);
        return numbers.Length < 4
            ? None
            : new SearchTerms(numbers[4..(4 + (int)numbers[3])], numbers[0], numbers[1], numbers[2], numbers[(4 + (int)numbers[3])..]);
    }
}
