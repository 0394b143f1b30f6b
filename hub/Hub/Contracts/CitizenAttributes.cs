using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>The words contracts use for the attributes of a citizen, and the one place that cuts a citizen down to permitted ones.</summary>
public static class CitizenAttributes
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "birthName", "usageName", "givenNames", "usedGivenName", "formerNames", "sex", "birthDate", "birthPlace", "emails", "phones",
        "addresses", "identifiers", "death", "consents", "verification", "status", "extra",
    ];

    /// <summary>Those that join the values of several sources.</summary>
    internal static IReadOnlySet<string> Lists { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "formerNames", "emails", "phones", "addresses", "identifiers", "consents",
    };

    private const string Declared = "extra.";

    /// <summary>True when the scope permits an attribute; <c>extra</c> permits every declared one, <c>extra.NAME</c> that one.</summary>
    public static bool Permits(Scope permitted, string attribute) =>
        permitted.Allows(attribute) || (attribute.StartsWith(Declared, StringComparison.Ordinal) && permitted.Allows("extra"));

    /// <summary>As <see cref="Cut(Citizen, Scope)"/>, masked as the contract says.</summary>
    public static Citizen Cut(Citizen citizen, AccessContract contract) => Masking.Apply(Cut(citizen, contract.Attributes), contract.Masks);

    /// <summary>What of a citizen a reader may ask by: permitted attributes that are not masked.</summary>
    public static Citizen Askable(Citizen citizen, AccessContract contract) =>
        Cut(Cut(citizen, contract.Attributes), contract.Masks.Count == 0 ? Scope.All : Scope.Of(Names.Where(name => !contract.Masks.ContainsKey(name))));

    /// <summary>A new citizen with the permitted attributes only. It starts from nothing, so an attribute nobody listed here never leaves.</summary>
    public static Citizen Cut(Citizen citizen, Scope permitted)
    {
        T? If<T>(string name, T? value) => permitted.Allows(name) ? value : default;

        return new Citizen
        {
            BirthName = If("birthName", citizen.BirthName),
            UsageName = If("usageName", citizen.UsageName),
            GivenNames = If("givenNames", citizen.GivenNames) ?? [],
            UsedGivenName = If("usedGivenName", citizen.UsedGivenName),
            FormerNames = If("formerNames", citizen.FormerNames) ?? [],
            Sex = If("sex", citizen.Sex),
            BirthDate = If("birthDate", citizen.BirthDate),
            BirthPlace = If("birthPlace", citizen.BirthPlace),
            Emails = If("emails", citizen.Emails) ?? [],
            Phones = If("phones", citizen.Phones) ?? [],
            Addresses = If("addresses", citizen.Addresses) ?? [],
            Identifiers = If("identifiers", citizen.Identifiers) ?? [],
            Death = If("death", citizen.Death),
            Consents = If("consents", citizen.Consents) ?? [],
            Verification = If("verification", citizen.Verification),
            Status = If("status", citizen.Status),
            Extra = citizen.Extra.Where(pair => Permits(permitted, Declared + pair.Key)).ToDictionary(StringComparer.Ordinal),
        };
    }
}
