using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>Stages golden rows and the change rows that tell of them.</summary>
internal static class GoldenRows
{
    /// <summary>Stages the new version.</summary>
    /// <returns>False when nothing differs from the old row: then there is no version and no change.</returns>
    public static bool Stage(Work work, GoldenRow? old, GoldenRecord golden, IReadOnlyList<Override> overrides)
    {
        var layer = OverrideJson.Write(overrides);
        if (old is not null && old.Overrides == layer && Same(old.Golden, golden))
        {
            return false;
        }

        work.Save(new GoldenRow(golden, old?.CreatedAt ?? work.At, work.At, layer));
        return true;
    }

    public static void Tell(Work work, ChangeKind kind, GoldenRecord golden, GoldenRow? old, IReadOnlyList<GoldenId> touched, string reason) => work.Changes.Add(new RegistryChange
    {
        Sequence = work.NextChange(),
        Kind = kind,
        Golden = golden.Id,
        Version = golden.Version,
        At = work.At,
        Touched = touched,
        Attributes = AttributeChanges.Between(old?.Golden.Citizen ?? new Citizen(), golden.Citizen),
        Reason = reason,
    });

    private static bool Same(GoldenRecord a, GoldenRecord b) => a.State == b.State
        && a.MergedInto == b.MergedInto
        && a.Members.SequenceEqual(b.Members)
        && a.Provenance.SequenceEqual(b.Provenance)
        && AttributeChanges.Between(a.Citizen, b.Citizen).Count == 0;
}
