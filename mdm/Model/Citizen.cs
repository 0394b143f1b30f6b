namespace IntegrationHub.Mdm.Model;

/// <summary>What one source says of one natural person. Names are kept as written; comparison forms are the matcher's affair.</summary>
/// <remarks>Terms follow FranceConnect's pivot identity and the EU Core Person Vocabulary.</remarks>
public sealed record Citizen
{
    /// <summary>Nom de naissance, with its particle: <c>de La Tour</c>.</summary>
    public string? BirthName { get; init; }

    /// <summary>Nom d'usage: by marriage or double name.</summary>
    public string? UsageName { get; init; }

    /// <summary>All given names in the order of the birth certificate; one may hold a space or hyphen ("Jean Philippe").</summary>
    public IReadOnlyList<string> GivenNames { get; init; } = [];

    /// <summary>Prénom d'usage, where it is not the first given name.</summary>
    public string? UsedGivenName { get; init; }

    public IReadOnlyList<FormerName> FormerNames { get; init; } = [];

    public Sex Sex { get; init; }

    public PartialDate? BirthDate { get; init; }

    public BirthPlace? BirthPlace { get; init; }

    public IReadOnlyList<ContactPoint> Emails { get; init; } = [];

    public IReadOnlyList<ContactPoint> Phones { get; init; } = [];

    public IReadOnlyList<PostalAddress> Addresses { get; init; } = [];

    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    public Death? Death { get; init; }

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    public VerificationLevel Verification { get; init; }

    public IdentityStatus Status { get; init; }

    /// <summary>Attributes a town added by declaration, as JSON values by name.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = Empty;

    /// <summary>When the source itself said an attribute, where that was before its record's last change: the hub wrote something else over it since, which came back and is
    /// no word of the source's. By attribute name; <see cref="DateTimeOffset.MinValue"/> where it never gave a date. A golden record has none.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Said { get; init; } = Undated;

    private static readonly IReadOnlyDictionary<string, DateTimeOffset> Undated = new Dictionary<string, DateTimeOffset>();
    private static readonly IReadOnlyDictionary<string, string> Empty = new Dictionary<string, string>();
}
