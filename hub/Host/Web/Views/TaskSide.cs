namespace IntegrationHub.Host.Web.Views;

/// <summary>One of the two records: where it comes from and the golden record it stands behind today.</summary>
public sealed record TaskSide(string Name, string Connection, string Key, string? Golden, DateTimeOffset? ChangedAt);
