namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What stands between two clusters, the stronger the later.</summary>
internal enum Obstacle : byte
{
    None,

    /// <summary>Pairs that object by what they say; the only obstacle that others can outvote.</summary>
    Guard,

    /// <summary>A source without duplicates would stand in it twice.</summary>
    Twice,
    Veto,
    Never,
}
