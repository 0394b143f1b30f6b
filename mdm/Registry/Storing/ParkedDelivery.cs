namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A change a subscriber would not take: kept with the reason, replayable; its citizens' later changes wait behind it.</summary>
/// <param name="Ids">Golden ids whose lanes wait.</param>
public sealed record ParkedDelivery(string Subscription, long Sequence, IReadOnlyList<string> Ids, string Code, string Detail, int Attempts, DateTimeOffset At);
