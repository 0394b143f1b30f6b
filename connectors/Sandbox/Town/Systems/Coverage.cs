namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>Who stands in which system. Stated in the README; duplicates are an error and stand there.</summary>
public static class Coverage
{
    /// <summary>Share of households with minors that have a file.</summary>
    public const double Households = 0.85;

    /// <summary>Share of families through which finance holds an organisation.</summary>
    public const double Organisations = 0.06;

    /// <summary>Share of families with an anonymous letter in the document system.</summary>
    public const double AnonymousLetters = 0.01;

    /// <summary>Share of signature requests that the partner signs too.</summary>
    public const double SecondSigner = 0.35;

    /// <summary>Share of records a system deletes in the month before a later snapshot.</summary>
    public const double DeletedInAMonth = 0.01;

    /// <summary>Share of records set right in that month.</summary>
    public const double CorrectedInAMonth = 0.02;

    /// <summary>New families in that month, for each family.</summary>
    public const double NewcomersInAMonth = 0.005;

    /// <summary>Share of people of an age in a system.</summary>
    public static double Of(TownSystem system, int age) => system switch
    {
        TownSystem.Crm => age < 16 ? 0.05 : 0.78,
        TownSystem.Portail => age < 18 ? 0 : age < 75 ? 0.5 : 0.2,
        TownSystem.Finance => age < 18 ? 0 : 0.4,
        TownSystem.Ged => age < 16 ? 0.03 : 0.35,
        TownSystem.Signature => age is < 18 or > 85 ? 0 : 0.12,
        _ => 0,
    };
}
