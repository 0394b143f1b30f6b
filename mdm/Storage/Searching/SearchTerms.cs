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

        // By hand: this runs for every version written, and the same in LINQ took a quarter of a commit.
        var citizen = golden.Citizen;
        var names = new List<long>(4);
        foreach (var name in CitizenWords.Names(citizen))
        {
            foreach (var start in CitizenWords.Starts(name))
            {
                names.Add(PackedName.Pack(start));
            }
        }

        var given = 0L;
        foreach (var name in CitizenWords.GivenNames(citizen))
        {
            given |= PackedName.Initials(name);
        }

        return new SearchTerms(names.Count == 0 ? [0] : Sorted(names), given, citizen.BirthDate?.Year ?? 0, CommuneOf(citizen), Sorted(KeysOf(citizen)));
    }

    private static List<long> KeysOf(Citizen citizen)
    {
        var keys = new List<long>(4);
        for (var i = 0; i < citizen.Emails.Count; i++)
        {
            keys.Add(EmailKey(citizen.Emails[i].Value));
        }

        for (var i = 0; i < citizen.Phones.Count; i++)
        {
            keys.Add(PhoneKey(citizen.Phones[i].Value));
        }

        for (var i = 0; i < citizen.Identifiers.Count; i++)
        {
            keys.Add(IdentifierKey(citizen.Identifiers[i].System, citizen.Identifiers[i].Value));
        }

        return keys;
    }

    private static long CommuneOf(Citizen citizen)
    {
        long? one = null;
        for (var i = 0; i < citizen.Addresses.Count; i++)
        {
            if (citizen.Addresses[i].CommuneCode is { } code)
            {
                var commune = CommuneOf(code);
                if (one is { } other && other != commune)
                {
                    return SeveralCommunes;
                }

                one = commune;
            }
        }

        return one ?? 0;
    }

    // In order, each once.
    private static long[] Sorted(List<long> numbers)
    {
        numbers.Sort();
        var kept = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (kept == 0 || numbers[kept - 1] != numbers[i])
            {
                numbers[kept++] = numbers[i];
            }
        }

        numbers.RemoveRange(kept, numbers.Count - kept);
        return [.. numbers];
    }

    public static long EmailKey(string email) => KeyHash.Short("email", CitizenWords.Email(email));

    public static long PhoneKey(string phone) => KeyHash.Short("phone", CitizenWords.Phone(phone));

    public static long IdentifierKey(string system, string value) => KeyHash.Short("identifier:" + system, value);

    public static long CommuneOf(string code) => PackedName.Pack(SearchText.Normalise(code));

    /// <summary>As kept with the golden version, so that the next version knows which rows to take away.</summary>
    public byte[] Write()
    {
        var numbers = new long[4 + Names.Count + Keys.Count];
        (numbers[0], numbers[1], numbers[2], numbers[3]) = (Given, Birth, Commune, Names.Count);
        for (var i = 0; i < Names.Count; i++)
        {
            numbers[4 + i] = Names[i];
        }

        for (var i = 0; i < Keys.Count; i++)
        {
            numbers[4 + Names.Count + i] = Keys[i];
        }

        return Numbers.Write(numbers);
    }

    public static SearchTerms Read(ReadOnlySpan<byte> bytes)
    {
        var numbers = Numbers.Read(bytes);
        return numbers.Length < 4
            ? None
            : new SearchTerms(numbers[4..(4 + (int)numbers[3])], numbers[0], numbers[1], numbers[2], numbers[(4 + (int)numbers[3])..]);
    }
}
