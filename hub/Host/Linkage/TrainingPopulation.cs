using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Linkage;

/// <summary>What <c>train</c> learns from.</summary>
/// <param name="Records">For the template's fields.</param>
/// <param name="RowOf">The file's row of each record; empty for a registry.</param>
/// <param name="Truth">The person of each row, where the file tells; training never sees it.</param>
public sealed record TrainingPopulation(IReadOnlyList<MatchRecord> Records, IReadOnlyList<int> RowOf, IReadOnlyDictionary<int, string>? Truth);
