using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Reviewing;

/// <summary>A review task with all a steward needs to decide it.</summary>
/// <param name="A">The first record's part; null when it has gone since.</param>
/// <param name="B">The other; null for a lone record, or when it has gone since.</param>
/// <param name="Evidence">Null unless both records stand.</param>
/// <param name="Decision">The decision that closed the task.</param>
public sealed record ReviewCase(ReviewRow Task, PartRow? A, PartRow? B, Evidence? Evidence, DecisionRow? Decision);
