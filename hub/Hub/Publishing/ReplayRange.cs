namespace IntegrationHub.Hub.Publishing;

/// <summary>What setting a subscription back would send again.</summary>
/// <param name="After">Last change that would count as told.</param>
/// <param name="Until">Last change now.</param>
/// <param name="Changes">Changes the contract covers, at most; filters are applied at sending.</param>
/// <param name="Capped">True when there are more than the cap: then they were not counted to the end.</param>
/// <param name="People">How many people they are about.</param>
/// <param name="Ids">The first of their ids.</param>
/// <param name="Sample">The first events as they would be sent now, without values.</param>
public sealed record ReplayRange(
    long After, long Until, long Changes, bool Capped, int People, IReadOnlyList<string> Ids, IReadOnlyList<Contracts.CitizenEvent> Sample);
