using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Writing;
using static IntegrationHub.Mdm.Registry.Survivorship.ComparableText;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>The catalogue of attribute groups: one entry each, in the order a citizen is shown.</summary>
internal static class SurvivingAttributes
{
    public const string Extra = "extra";

    public static readonly IReadOnlyList<SurvivingAttribute> All =
    [
        Text("birthName", c => c.BirthName, (to, value) => to.BirthName = value),
        Text("usageName", c => c.UsageName, (to, value) => to.UsageName = value),
        new SingleAttribute("givenNames", c => c.GivenNames.Count > 0, (a, b) => SameTexts(a.GivenNames, b.GivenNames), c => Of(c.GivenNames), c => c.GivenNames.Sum(Completeness), (to, from) => to.GivenNames = from.GivenNames, c => c.GivenNames.All(Capitals)),
        Text("usedGivenName", c => c.UsedGivenName, (to, value) => to.UsedGivenName = value),
        new UnionAttribute<FormerName>("formerNames", c => c.FormerNames, (a, b) => a.BirthName == b.BirthName && a.ValidTo == b.ValidTo && SameTexts(a.GivenNames, b.GivenNames), n => Of(n.GivenNames.Prepend(n.BirthName)), (a, b) => a with { ValidTo = a.ValidTo ?? b.ValidTo }, (to, values) => to.FormerNames = values),
        new SingleAttribute("sex", c => c.Sex != Sex.Unspecified, (a, b) => a.Sex == b.Sex, c => c.Sex.ToString(), _ => 1, (to, from) => to.Sex = from.Sex),
        new SingleAttribute("birthDate", c => c.BirthDate is not null, (a, b) => a.BirthDate == b.BirthDate, c => $"{c.BirthDate}", c => c.BirthDate is { } d ? d.Day is not null ? 3 : d.Month is not null ? 2 : 1 : 0, (to, from) => to.BirthDate = from.BirthDate),
        new SingleAttribute("birthPlace", c => c.BirthPlace is not null, (a, b) => a.BirthPlace == b.BirthPlace, c => PlaceKey(c.BirthPlace!), c => PlaceCompleteness(c.BirthPlace!), (to, from) => to.BirthPlace = from.BirthPlace),
        new UnionAttribute<ContactPoint>("emails", c => c.Emails, Equals, p => p.Value, Join, (to, values) => to.Emails = values),
        new UnionAttribute<ContactPoint>("phones", c => c.Phones, Equals, p => p.Value, Join, (to, values) => to.Phones = values),
        new UnionAttribute<PostalAddress>("addresses", c => c.Addresses, Equals, AddressKey, Join, (to, values) => to.Addresses = values, last: address => address.ValidTo is not null, fold: OnePlaceEach),
        new UnionAttribute<Identifier>("identifiers", c => c.Identifiers, Equals, i => $"{i.System}\u001f{i.Value}", (a, b) => a with { Verified = a.Verified || b.Verified }, (to, values) => to.Identifiers = values),
        new SingleAttribute("death", c => c.Death is not null, (a, b) => a.Death == b.Death, c => $"{c.Death!.Date}\u001f{c.Death.PlaceCode}", c => (c.Death!.Date is null ? 0 : 2) + (c.Death.PlaceCode is null ? 0 : 1), (to, from) => to.Death = from.Death),
        new UnionAttribute<Consent>("consents", c => c.Consents, (a, b) => a with { At = Instants.Whole(a.At) } == b with { At = Instants.Whole(b.At) }, c => $"{c.Channel}\u001f{c.Purpose}", Join, (to, values) => to.Consents = values, always: consent => !consent.Granted),
        new SingleAttribute("verification", c => c.Verification != VerificationLevel.Declared, (a, b) => a.Verification == b.Verification, c => c.Verification.ToString(), c => (int)c.Verification, (to, from) => to.Verification = from.Verification),
        new SingleAttribute("status", c => c.Status != IdentityStatus.None, (a, b) => a.Status == b.Status, c => c.Status.ToString(), _ => 1, (to, from) => to.Status = from.Status),
    ];

    /// <summary>A group a town declared: <c>extra.NAME</c>.</summary>
    public static SurvivingAttribute Declared(string name) => new SingleAttribute(
        $"{Extra}.{name}",
        c => c.Extra.ContainsKey(name),
        (a, b) => a.Extra.GetValueOrDefault(name) == b.Extra.GetValueOrDefault(name),
        c => c.Extra.GetValueOrDefault(name, ""),
        c => c.Extra.GetValueOrDefault(name, "").Length,
        (to, from) =>
        {
            if (from.Extra.TryGetValue(name, out var value))
            {
                (to.Extra ??= new Dictionary<string, string>(StringComparer.Ordinal))[name] = value;
            }
        });

    private static SingleAttribute Text(string name, Func<Citizen, string?> get, Action<CitizenDraft, string?> set) =>
        new(name, c => !string.IsNullOrEmpty(get(c)), (a, b) => get(a) == get(b), c => Of(get(c)), c => Completeness(get(c)), (to, from) => set(to, get(from)), c => Capitals(get(c)));

    private static bool SameTexts(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.SequenceEqual(b);

    private static string PlaceKey(BirthPlace place) => place.CommuneCode is { } commune ? $"{commune}\u001f{place.CountryCode}" : $"{Of(place.Label)}\u001f{place.CountryCode}";

    private static int PlaceCompleteness(BirthPlace place) =>
        (place.CommuneCode is null ? 0 : 8) + (place.CountryCode is null ? 0 : 4) + (place.Label is null ? 0 : 2);

    private static string AddressKey(PostalAddress address) =>
        $"{Of(address.HouseNumber)}\u001f{Of(address.Street)}\u001f{Of(address.Complement)}\u001f{address.PostCode}\u001f{Of(address.City)}\u001f{address.ValidTo is null}";

    private static ContactPoint Join(ContactPoint a, ContactPoint b) => a.Usage is null ? a with { Usage = b.Usage } : a;

    private static PostalAddress Join(PostalAddress a, PostalAddress b) => a with
    {
        CommuneCode = a.CommuneCode ?? b.CommuneCode,
        CountryCode = a.CountryCode ?? b.CountryCode,
        BanId = a.BanId ?? b.BanId,
        ValidFrom = a.ValidFrom ?? b.ValidFrom,
    };

    // Two spellings of one place: a geocoder said so of both. The better ranked stays; the flat, which no geocoder knows, comes from whoever said it.
    private static List<PostalAddress> OnePlaceEach(List<PostalAddress> addresses)
    {
        for (var i = 0; i < addresses.Count; i++)
        {
            for (var j = addresses.Count - 1; j > i && addresses[i].BanId is not null; j--)
            {
                var (one, other) = (addresses[i], addresses[j]);
                if (one.BanId == other.BanId && one.ValidTo is null == other.ValidTo is null && (one.Complement is null || other.Complement is null || Of(one.Complement) == Of(other.Complement)))
                {
                    addresses[i] = Join(one, other) with { Complement = one.Complement ?? other.Complement };
                    addresses.RemoveAt(j);
                }
            }
        }

        return addresses;
    }

    // A refusal of contact wins whoever says it and whenever: RGPD article 21 leaves no room for a newer list from elsewhere.
    private static Consent Join(Consent a, Consent b) => a.Granted && !b.Granted ? b : a;
}
