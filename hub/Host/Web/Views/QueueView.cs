namespace IntegrationHub.Host.Web.Views;

/// <summary>One page of the steward's queue.</summary>
public sealed record QueueView(IReadOnlyList<QueueLine> Lines, long Waiting, int Page, bool More);
