namespace IntegrationHub.Mdm.Model;

/// <summary>Status of an identity in its source, after FR Core value set v2-0445; the blocking ones stop automatic links and survivorship.</summary>
public enum IdentityStatus
{
    None,
    Provisional,
    Validated,
    Homonym,
    Doubtful,
    Fictitious,
    Anonymous,
    Hidden,
    Usurped,
    Colliding,
}
