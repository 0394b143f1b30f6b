namespace IntegrationHub.Mdm.Storage.Searching;

/// <summary>Decides whether a golden record answers a search; the indexes only bring candidates.</summary>
internal static class SearchMatch
{
    public static bool Answers(this GoldenRecord golden, CitizenSearch search)
    {
        var citizen = golden.Citizen;
        return NameAnswers(citizen, SearchText.Normalise(search.Name))
            && GivenNameAnswers(citizen, SearchText.Normalise(search.GivenName))
            && (search.BirthDate is not { } birth || (citizen.BirthDate is { } own && Compatible(own, birth)))
            && (search.Email is null || citizen.Emails.Any(email => CitizenWords.Email(email.Value) == CitizenWords.Email(search.Email)))
            && (search.Phone is null || citizen.Phones.Any(phone => CitizenWords.Phone(phone.Value) == CitizenWords.Phone(search.Phone)))
            && (search.CommuneCode is null || citizen.Addresses.Any(address => string.Equals(address.CommuneCode, search.CommuneCode, StringComparison.OrdinalIgnoreCase)))
            && (search.Connections is null || golden.Members.Any(member => search.Connections.Contains(member.Record.Connection, StringComparer.Ordinal)));
    }

    private static bool NameAnswers(Citizen citizen, string prefix) =>
        prefix.Length == 0 || CitizenWords.Names(citizen).SelectMany(CitizenWords.Starts).Any(name => name.StartsWith(prefix, StringComparison.Ordinal));

    private static bool GivenNameAnswers(Citizen citizen, string prefix) =>
        prefix.Length == 0 || CitizenWords.GivenNames(citizen).Any(name => name.StartsWith(prefix, StringComparison.Ordinal));

    // "Presumed born in 1954" answers 21 March 1954: only parts that both know can differ.
    private static bool Compatible(PartialDate own, PartialDate asked) =>
        own.Year == asked.Year
        && (own.Month is null || asked.Month is null || own.Month == asked.Month)
        && (own.Day is null || asked.Day is null || own.Day == asked.Day);
}
