using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Reevaluating;

/// <summary>What putting a model into force would do.</summary>
/// <param name="Model">The model's version.</param>
/// <param name="Parts">Citizens of live source records that were matched.</param>
/// <param name="GoldensBefore">Golden records they stand behind now.</param>
/// <param name="GoldensAfter">Golden records they would stand behind.</param>
/// <param name="Merges">Golden records that would become one; each list at least two ids.</param>
/// <param name="Splits">Golden records whose sources would part.</param>
/// <param name="Queue">Review tasks that would be open.</param>
public sealed record ShadowReport(
    string Model, int Parts, int GoldensBefore, int GoldensAfter, IReadOnlyList<IReadOnlyList<GoldenId>> Merges, IReadOnlyList<GoldenId> Splits, int Queue);
