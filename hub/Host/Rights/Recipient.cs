namespace IntegrationHub.Host.Rights;

/// <summary>One view of a person, as that person is told of it.</summary>
/// <param name="Who">The application and its controller, the subscription, or the connection whose system was asked; <c>staff</c> for people of the town hall, whose own names are not the person's to have (CJEU C-579/21).</param>
public sealed record Recipient(DateTimeOffset At, string Who, string Action, string Purpose, string LegalBasis);
