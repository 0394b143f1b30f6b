using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>What a take-over did.</summary>
/// <param name="Ids">Old ids that answer from now on.</param>
/// <param name="Decisions">Decisions made.</param>
/// <param name="Refused">Pairs that contradict decisions in force or each other, with those decisions, and pairs that name an enricher's answer, with none; nothing of them was kept.</param>
public sealed record TakenOver(int Ids, int Decisions, IReadOnlyList<(PartKey A, PartKey B, IReadOnlyList<long> Against)> Refused);
