using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>Shows permitted attributes in part: pure, and the same at every door.</summary>
internal static class Masking
{
    private const string Hidden = "•";

    private static readonly Dictionary<Mask, string[]> Fitting = new()
    {
        [Mask.Year] = ["birthDate", "death"],
        [Mask.Masked] = ["emails", "phones", "identifiers"],
        [Mask.Commune] = ["addresses"],
        [Mask.Initial] = ["birthName", "usageName", "givenNames", "usedGivenName"],
    };

    /// <summary>Attributes a mask can be put on.</summary>
    public static IReadOnlyList<string> AttributesOf(Mask mask) => Fitting[mask];

    public static Citizen Apply(Citizen citizen, IReadOnlyDictionary<string, Mask> masks)
    {
        foreach (var (attribute, mask) in masks)
        {
            citizen = (attribute, mask) switch
            {
                ("birthDate", Mask.Year) => citizen with { BirthDate = Year(citizen.BirthDate) },
                ("death", Mask.Year) => citizen with { Death = citizen.Death is { } death ? new Death(Year(death.Date), null) : null },
                ("emails", Mask.Masked) => citizen with { Emails = [.. citizen.Emails.Select(point => point with { Value = Email(point.Value) })] },
                ("phones", Mask.Masked) => citizen with { Phones = [.. citizen.Phones.Select(point => point with { Value = Tail(point.Value) })] },
                ("identifiers", Mask.Masked) => citizen with { Identifiers = [.. citizen.Identifiers.Select(one => one with { Value = Tail(one.Value) })] },
                ("addresses", Mask.Commune) => citizen with { Addresses = [.. citizen.Addresses.Select(Commune)] },
                ("birthName", Mask.Initial) => citizen with { BirthName = Initial(citizen.BirthName) },
                ("usageName", Mask.Initial) => citizen with { UsageName = Initial(citizen.UsageName) },
                ("givenNames", Mask.Initial) => citizen with { GivenNames = [.. citizen.GivenNames.Select(name => Initial(name)!)] },
                ("usedGivenName", Mask.Initial) => citizen with { UsedGivenName = Initial(citizen.UsedGivenName) },
                _ => throw new InvalidOperationException($"the mask {mask} does not fit {attribute}: a value must not leave unmasked"),
            };
        }

        return citizen;
    }

    private static PartialDate? Year(PartialDate? date) => date is { } known ? new PartialDate(known.Year) : null;

    private static string Email(string value)
    {
        var at = value.LastIndexOf('@');
        return at <= 0 ? Hidden : $"{value[..1]}{Hidden}{Hidden}{Hidden}{value[at..]}";
    }

    // Always the same number of signs, so that a length tells nothing; short values are hidden whole.
    private static string Tail(string value) => value.Length < 6 ? $"{Hidden}{Hidden}{Hidden}" : $"{Hidden}{Hidden}{Hidden}{value[^2..]}";

    private static string? Initial(string? name) => string.IsNullOrEmpty(name) ? name : $"{name[..1]}.";

    private static PostalAddress Commune(PostalAddress address) => new()
    {
        PostCode = address.PostCode, City = address.City, CommuneCode = address.CommuneCode, CountryCode = address.CountryCode,
    };
}
