namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>The numbers on the first screen.</summary>
public sealed record RegistryCounts(long Records, long Goldens, long OpenReviews, long Changes, long Quarantined);
