namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What stands between two clusters, the stronger the later. Other pairs can settle a reservation, a guard or a contradiction: see <see cref="Ballot"/>.</summary>
internal enum Obstacle : byte
{
    None,

    /// <summary>A veto about who somebody is, in part for what differs, in part for what a record does not say.</summary>
    Reservation,

    /// <summary>Pairs that object by what they say.</summary>
    Guard,

    /// <summary>A veto about who of a family somebody is, by all it goes by: nothing of it is silent.</summary>
    Contradiction,

    /// <summary>A source without duplicates would stand in it twice.</summary>
    Twice,

    /// <summary>A veto about strangers, or about more than who somebody is.</summary>
    Veto,
    Never,
}
