using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Targets;

/// <summary>A citizen while its attributes arrive.</summary>
internal sealed class CitizenDraft
{
    public string? BirthName { get; set; }

    public string? UsageName { get; set; }

    public string[] GivenNames { get; set; } = [];

    public string? UsedGivenName { get; set; }

    public List<FormerName>? FormerNames { get; set; }

    public Sex Sex { get; set; }

    public PartialDate? BirthDate { get; set; }

    public BirthPlace? BirthPlace { get; set; }

    public List<ContactPoint>? Emails { get; set; }

    public List<ContactPoint>? Phones { get; set; }

    public List<PostalAddress>? Addresses { get; set; }

    public List<Identifier>? Identifiers { get; set; }

    public Death? Death { get; set; }

    public List<Consent>? Consents { get; set; }

    public VerificationLevel Verification { get; set; }

    public IdentityStatus Status { get; set; }

    public Dictionary<string, string>? Extra { get; set; }

    /// <summary>A person without any name is anonymous: nobody the registry could know.</summary>
    public bool HasName => BirthName is not null || UsageName is not null || GivenNames.Length > 0 || UsedGivenName is not null;

    public bool IsEmpty => !HasName && BirthDate is null && BirthPlace is null && Emails is null && Phones is null && Addresses is null
        && Identifiers is null && Death is null && FormerNames is null && Extra is null;

    public Citizen Build() => new()
    {
        BirthName = BirthName,
        UsageName = UsageName,
        GivenNames = GivenNames,
        UsedGivenName = UsedGivenName,
        FormerNames = FormerNames ?? (IReadOnlyList<FormerName>)[],
        Sex = Sex,
        BirthDate = BirthDate,
        BirthPlace = BirthPlace,
        Emails = Emails ?? (IReadOnlyList<ContactPoint>)[],
        Phones = Phones ?? (IReadOnlyList<ContactPoint>)[],
        Addresses = Addresses ?? (IReadOnlyList<PostalAddress>)[],
        Identifiers = Identifiers ?? (IReadOnlyList<Identifier>)[],
        Death = Death,
        Consents = Consents ?? (IReadOnlyList<Consent>)[],
        Verification = Verification,
        Status = Status,
        Extra = Extra ?? Nothing,
    };

    private static readonly Dictionary<string, string> Nothing = [];
}
