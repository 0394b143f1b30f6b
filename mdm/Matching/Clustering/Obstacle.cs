namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What stands between two clusters, the stronger the later. Other pairs can settle a reservation or a guard: see <see cref="Ballot"/>.</summary>
internal enum Obstacle : byte
{
    None,

    /// <summary>A veto about who somebody is, in part for what differs, in part for what a record does not say.</summary>
    Reservation,

    /// <summary>Pairs that object by what they say.</summary>
    Guard,

    /// <summary>A source without duplicates would stand in it twice.</summary>
    Twice,
    Veto,
    Never,
}
