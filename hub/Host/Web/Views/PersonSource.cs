namespace IntegrationHub.Host.Web.Views;

/// <summary>What one source record says of the person.</summary>
public sealed record PersonSource(string Connection, string Key, DateTimeOffset? ChangedAt, IReadOnlyList<CitizenLine> Lines);
