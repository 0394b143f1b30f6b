using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>What an existing "base de tiers" knows that its records do not say: old ids, past merges, known non-duplicates.</summary>
/// <param name="Name">The naming system of the old ids; decisions are by <c>takeover:NAME</c>.</param>
/// <param name="Ids">Old ids, retired ones too; each becomes an identifier of the person and answers as one.</param>
/// <param name="Same">Pairs merged in the past; a part may not have arrived yet.</param>
/// <param name="Different">Pairs known not to be one person.</param>
public sealed record OldBase(
    string Name,
    IReadOnlyList<OldId> Ids,
    IReadOnlyList<(PartKey A, PartKey B)> Same,
    IReadOnlyList<(PartKey A, PartKey B)> Different);
