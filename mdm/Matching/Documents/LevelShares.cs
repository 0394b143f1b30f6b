namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>Share of pairs of one person, of strangers, and of two people of one household that reach a level.</summary>
internal readonly record struct LevelShares(double M, double U, double Kin);
