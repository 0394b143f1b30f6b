namespace IntegrationHub.Mdm.Matching.Values;

[Flags]
internal enum RowFlags
{
    None = 0,

    /// <summary>The identity's status forbids automatic links.</summary>
    ReviewOnly = 1,

    /// <summary>No blocking rule has a key for it.</summary>
    NoUsableKey = 2,

    /// <summary>A family name is of several words.</summary>
    DoubleName = 4,

    /// <summary>It names two people.</summary>
    Couple = 8,
}
