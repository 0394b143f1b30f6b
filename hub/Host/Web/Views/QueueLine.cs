namespace IntegrationHub.Host.Web.Views;

/// <summary>A doubtful pair in the queue's list.</summary>
/// <param name="Reason">Resource key of why it is doubtful.</param>
/// <param name="Bits">Match weight.</param>
public sealed record QueueLine(long TaskId, string NameA, string? BirthA, string ConnectionA, string? NameB, string? BirthB, string? ConnectionB, string Reason, double Bits, DateTimeOffset OpenedAt);
