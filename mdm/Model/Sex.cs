namespace IntegrationHub.Mdm.Model;

/// <summary>Sex as civil status and FranceConnect state it (female, male, unspecified).</summary>
public enum Sex
{
    Unspecified,
    Female,
    Male,
}
