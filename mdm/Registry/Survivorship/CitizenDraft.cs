using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>A citizen in the making: a record copied once for each of its groups would cost more than choosing their values.</summary>
internal sealed class CitizenDraft
{
    public string? BirthName { get; set; }

    public string? UsageName { get; set; }

    public IReadOnlyList<string> GivenNames { get; set; } = [];

    public string? UsedGivenName { get; set; }

    public IReadOnlyList<FormerName> FormerNames { get; set; } = [];

    public Sex Sex { get; set; }

    public PartialDate? BirthDate { get; set; }

    public BirthPlace? BirthPlace { get; set; }

    public IReadOnlyList<ContactPoint> Emails { get; set; } = [];

    public IReadOnlyList<ContactPoint> Phones { get; set; } = [];

    public IReadOnlyList<PostalAddress> Addresses { get; set; } = [];

    public IReadOnlyList<Identifier> Identifiers { get; set; } = [];

    public Death? Death { get; set; }

    public IReadOnlyList<Consent> Consents { get; set; } = [];

    public VerificationLevel Verification { get; set; }

    public IdentityStatus Status { get; set; }

    public Dictionary<string, string>? Extra { get; set; }

    public Citizen ToCitizen()
    {
        var citizen = new Citizen
        {
            BirthName = BirthName, UsageName = UsageName, GivenNames = GivenNames, UsedGivenName = UsedGivenName, FormerNames = FormerNames, Sex = Sex,
            BirthDate = BirthDate, BirthPlace = BirthPlace, Emails = Emails, Phones = Phones, Addresses = Addresses, Identifiers = Identifiers, Death = Death,
            Consents = Consents, Verification = Verification, Status = Status,
        };
        return Extra is null ? citizen : citizen with { Extra = Extra };
    }
}
