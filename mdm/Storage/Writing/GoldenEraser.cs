using IntegrationHub.Mdm.Registry.Wire;
using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Reading;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Empties all versions of erased golden records, and the old versions of others that a wrong merge had filled with the erased person's values.</summary>
internal static class GoldenEraser
{
    public static void Erase(PageScope page, Erasure erasure)
    {
        var erased = erasure.Goldens.Select(id => id.Value).ToHashSet();
        RemoveSearchRows(page, erased);
        var versions = HistoryReader.VersionsAsync(page.Context, erased, page.Cancellation).GetAwaiter().GetResult();
        var rows = versions.Select(version => version.Row).ToHashSet();
        rows.UnionWith(MixedVersions(page, erasure, erased));
        byte[] nothing = [];
        foreach (var chunk in rows.Chunk(PageScope.Chunk))
        {
            page.Context.GoldenVersions.Where(version => chunk.Contains(version.Row)).ExecuteUpdate(set => set
                .SetProperty(version => version.Citizen, nothing)
                .SetProperty(version => version.Members, nothing)
                .SetProperty(version => version.Provenance, nothing)
                .SetProperty(version => version.Terms, nothing)
                .SetProperty(version => version.Overrides, (byte[]?)null));
        }

        foreach (var ids in erased.Chunk(PageScope.Chunk))
        {
            page.Context.Goldens.Where(golden => ids.Contains(golden.Golden)).ExecuteUpdate(set => set
                .SetProperty(golden => golden.State, (long)GoldenState.Erased)
                .SetProperty(golden => golden.Connections, 0));
        }
    }

    private static void RemoveSearchRows(PageScope page, IReadOnlyCollection<long> erased)
    {
        foreach (var ids in erased.Chunk(PageScope.Chunk))
        {
            var heads = RegistryQueries.Heads(page.Context, ids).ToList();
            page.Bulk.Delete(RegistryTables.GoldenNames.Name, "name", "golden", [.. heads.SelectMany(head => head.Terms.Names.Select(name => (name, head.Golden)))]);
            page.Bulk.Delete(RegistryTables.GoldenKeys.Name, "hash", "golden", [.. heads.SelectMany(head => head.Terms.Keys.Select(key => (key, head.Golden)))]);
        }
    }

    // The change log tells which other ids ever shared a change with the erased ones: a merge, a split.
    private static List<long> MixedVersions(PageScope page, Erasure erasure, HashSet<long> erased)
    {
        var others = new HashSet<long>();
        foreach (var golden in erased)
        {
            var changes = HistoryReader.ChangesAsync(page.Context, golden, page.Cancellation).GetAwaiter().GetResult();
            others.UnionWith(changes.Select(change => change.Golden));
            others.UnionWith(changes.Where(change => change.Touched is not null).SelectMany(change => Numbers.Read(change.Touched!)));
        }

        others.ExceptWith(erased);
        var keys = erasure.Keys.ToHashSet();
        var parts = erasure.Parts.Select(part => part.Key).ToHashSet();
        var versions = HistoryReader.VersionsAsync(page.Context, others, page.Cancellation).GetAwaiter().GetResult();
        return
        [
            .. versions.Where(version => version.Members.Length > 0)
                .Where(version => RegistryWire.ReadPartKeys(version.Members).Any(member => parts.Contains(member) || IsWholeRecord(member.Record)))
                .Select(version => version.Row),
        ];

        // Keys of shared records stand in the erasure too; there only the named parts go.
        bool IsWholeRecord(RecordKey key) => keys.Contains(key) && !erasure.Parts.Any(part => part.Key.Record == key);
    }
}
