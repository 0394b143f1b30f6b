namespace IntegrationHub.Host.Models;

/// <summary>Which match model is in force.</summary>
/// <param name="Current">Version the stored pairs were scored with; null in an empty registry.</param>
/// <param name="Wanted">Version that was put into force last; differs from <paramref name="Current"/> while a re-evaluation has not ended.</param>
/// <param name="By">Who wanted it; null for the model a registry starts with.</param>
/// <param name="At">When.</param>
/// <param name="Shipped">Version of this release's own model.</param>
/// <param name="FitsConnections">False when connections were declared free of duplicates, or no longer so, since: put a model into force to obey.</param>
public sealed record ModelStanding(string? Current, string? Wanted, string? By, DateTimeOffset? At, string Shipped, bool FitsConnections);
