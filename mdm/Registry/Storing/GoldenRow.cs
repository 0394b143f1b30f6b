using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A golden record as stored: the current version. Each commit also keeps it as an erasable version of the history.</summary>
/// <param name="Golden">The record.</param>
/// <param name="CreatedAt">When its id was first given.</param>
/// <param name="UpdatedAt">When this version was committed.</param>
/// <param name="Overrides">A steward's own layer, as JSON by attribute group; null when there is none.</param>
public sealed record GoldenRow(GoldenRecord Golden, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string? Overrides = null);
