namespace IntegrationHub.Host.Web.Views;

/// <summary>One change of the person's record, in words.</summary>
public sealed record PersonEvent(long Sequence, DateTimeOffset At, string What, IReadOnlyList<string> Attributes, string Reason);
