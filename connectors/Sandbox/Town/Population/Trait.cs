namespace IntegrationHub.Connectors.Sandbox.Town.Population;

/// <summary>What makes a person hard to tell from others.</summary>
[Flags]
public enum Trait
{
    None = 0,

    /// <summary>Has a brother or sister of the same day.</summary>
    Twin = 1,

    /// <summary>A son named exactly as his father, or that father.</summary>
    Namesake = 2,

    /// <summary>Bears surname and first given name of an unrelated person.</summary>
    Homonym = 4,

    /// <summary>A homonym born on the same day.</summary>
    SameDate = 8,

    BornAbroad = 16,

    /// <summary>Only the year of birth is known.</summary>
    PresumedDate = 32,

    /// <summary>A child of separated parents, with two addresses.</summary>
    TwoHomes = 64,

    /// <summary>Bears a double name, from birth or by marriage.</summary>
    DoubleName = 128,

    /// <summary>Changed name by decision of court or registrar.</summary>
    FormerName = 256,

    Deceased = 512,

    /// <summary>Known by a given name that is not the first.</summary>
    UsesOtherGivenName = 1024,
}
