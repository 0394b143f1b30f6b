namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What stands between two clusters, the stronger the later.</summary>
internal enum Obstacle : byte
{
    None,
    Guard,
    Veto,
    Never,
}
