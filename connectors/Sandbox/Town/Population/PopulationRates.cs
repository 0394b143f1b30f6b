namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>How often the population does what makes matching hard. Stated in the README beside this folder; measured by tests.</summary>
public static class PopulationRates
{
    /// <summary>Share of family heads who bear the name of an unrelated person, beyond what chance gives.</summary>
    public const double Homonym = 0.006;

    /// <summary>Share of those who are also born on the same day.</summary>
    public const double HomonymSameDate = 0.1;

    /// <summary>Share of births after the first that complete a pair of twins.</summary>
    public const double Twin = 0.03;

    /// <summary>Share of fathers whose eldest son bears their first given name.</summary>
    public const double Namesake = 0.012;

    public const double Married = 0.7;

    /// <summary>Share of wives who use their husband's name.</summary>
    public const double HusbandsName = 0.76;

    /// <summary>Share of wives who use both names.</summary>
    public const double BothNames = 0.10;

    /// <summary>Share of couples whose children bear both names.</summary>
    public const double ChildrenBothNames = 0.11;

    /// <summary>Share of couples whose children bear the mother's name.</summary>
    public const double ChildrenMothersName = 0.07;

    public const double FormerName = 0.006;

    public const double OtherGivenName = 0.02;

    /// <summary>Share of those born abroad before 1985 where civil registration was young, of whom only the year is known.</summary>
    public const double PresumedDate = 0.14;

    /// <summary>Share of adults over 70 whose death some systems have not learnt.</summary>
    public const double Deceased = 0.02;

    /// <summary>Share of households with one mailbox for all.</summary>
    public const double FamilyEmail = 0.15;

    public const double Landline = 0.45;

    /// <summary>Share of families that move in the month before a later snapshot.</summary>
    public const double MovesInAMonth = 0.01;

    /// <summary>Share of couples in which somebody takes a usage name in that month.</summary>
    public const double MarriesInAMonth = 0.003;
}
