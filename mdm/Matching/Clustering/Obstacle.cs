namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What stands between two clusters, the stronger the later. How the first three are settled by other pairs is the <see cref="Ballot"/>'s.</summary>
internal enum Obstacle : byte
{
    None,

    /// <summary>A veto, in part for what differs, in part for what a record does not say.</summary>
    Reservation,

    /// <summary>Pairs that object by what they say.</summary>
    Guard,

    /// <summary>A veto about who somebody is, of a pair that says all the veto goes by.</summary>
    Contradiction,

    /// <summary>A source without duplicates would stand in it twice.</summary>
    Twice,

    /// <summary>A veto that nothing outvotes: of a record's status, or about more than who somebody is.</summary>
    Veto,
    Never,
}
