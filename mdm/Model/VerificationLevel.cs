namespace IntegrationHub.Mdm.Model;

/// <summary>How well an identity is proven, weakest first. Above <see cref="DocumentSeen"/> only when the hub itself checked the proof.</summary>
public enum VerificationLevel
{
    Declared,
    DocumentSeen,
    FranceConnect,
    CivilRegistry,
}
