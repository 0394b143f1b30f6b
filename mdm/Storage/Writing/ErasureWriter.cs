using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Reading;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Takes every value of a person out of every table; what stays are ids that answer 410, and suppression hashes.</summary>
internal static class ErasureWriter
{
    public static void Write(PageScope page)
    {
        foreach (var erasure in page.Commit.Erasures)
        {
            EraseParts(page, erasure);
            EraseRecords(page, erasure);
            EraseNamed(page, erasure);
            GoldenEraser.Erase(page, erasure);
            Suppress(page, erasure);
        }
    }

    private static void EraseParts(PageScope page, Erasure erasure)
    {
        var parts = erasure.Parts.Select(part => (long)part.PartId).ToHashSet();
        foreach (var records in erasure.RecordIds.Select(id => (long)id).Chunk(PageScope.Chunk))
        {
            parts.UnionWith(RegistryQueries.PartsOfRecords(page.Context, records).Select(part => part.PartId));
        }

        foreach (var ids in parts.Chunk(PageScope.Chunk))
        {
            long?[] optional = [.. ids];
            page.Context.Pairs.Where(pair => ids.Contains(pair.Younger)).ExecuteDelete();
            page.Context.Pairs.Where(pair => ids.Contains(pair.Older)).ExecuteDelete();
            page.Context.Reviews.Where(review => ids.Contains(review.PartA)).ExecuteDelete();
            page.Context.Reviews.Where(review => optional.Contains(review.PartB)).ExecuteDelete();
            page.Context.Parts.Where(part => ids.Contains(part.PartId)).ExecuteDelete();
        }
    }

    private static void EraseRecords(PageScope page, Erasure erasure)
    {
        var records = erasure.RecordIds.Select(id => (long)id).ToList();
        RecordWriter.Forget(page, records);
        foreach (var ids in records.Chunk(PageScope.Chunk))
        {
            page.Context.Linked.Where(row => ids.Contains(row.RecordId)).ExecuteDelete();
            page.Context.RecordVersions.Where(row => ids.Contains(row.RecordId)).ExecuteDelete();
            page.Context.Records.Where(row => ids.Contains(row.RecordId)).ExecuteDelete();
        }

        byte[] nothing = [];
        foreach (var ids in erasure.WipedRecordIds.Select(id => (long)id).Chunk(PageScope.Chunk))
        {
            page.Context.Records.Where(row => ids.Contains(row.RecordId)).ExecuteUpdate(set => set.SetProperty(row => row.Body, nothing));
            page.Context.RecordVersions.Where(row => ids.Contains(row.RecordId)).ExecuteUpdate(set => set.SetProperty(row => row.Body, nothing));
        }
    }

    // Quarantine, decisions and run outcomes name records by key: keys are often a person's number somewhere.
    private static void EraseNamed(PageScope page, Erasure erasure)
    {
        foreach (var hashes in erasure.Keys.Distinct().Select(KeyHash.Of).Chunk(PageScope.Chunk))
        {
            page.Context.Quarantine.Where(row => row.KeyHash != null && hashes.Contains(row.KeyHash)).ExecuteDelete();
            page.Context.Decisions.Where(row => hashes.Contains(row.AHash)).ExecuteDelete();
            page.Context.Decisions.Where(row => hashes.Contains(row.BHash)).ExecuteDelete();
        }

        foreach (var (_, key) in erasure.Parts)
        {
            var (hash, part) = (KeyHash.Of(key.Record), StoredText.Write(key.Part));
            // A rejected version of a shared record names the erased person too.
            page.Context.Quarantine.Where(row => row.KeyHash == hash).ExecuteDelete();
            page.Context.Decisions.Where(row => (row.AHash == hash && row.APart == part) || (row.BHash == hash && row.BPart == part)).ExecuteDelete();
        }

        EraseOutcomes(page, erasure);
    }

    private static void EraseOutcomes(PageScope page, Erasure erasure)
    {
        foreach (var connection in erasure.Keys.GroupBy(key => key.Connection, key => key.Key, StringComparer.Ordinal))
        {
            var number = page.Connections.IdOf(connection.Key);
            var keys = connection.ToHashSet(StringComparer.Ordinal);
            foreach (var runPage in RegistryQueries.RunPagesOf(page.Context, number).ToList())
            {
                var outcomes = OutcomeForm.Read(runPage.Body);
                if (outcomes.Exists(outcome => keys.Contains(outcome.Key)))
                {
                    var body = OutcomeForm.Write([.. outcomes.Select(outcome => keys.Contains(outcome.Key) ? outcome with { Key = "" } : outcome)]);
                    page.Context.RunPages.Where(row => row.RunId == runPage.RunId && row.Page == runPage.Page)
                        .ExecuteUpdate(set => set.SetProperty(row => row.Body, body));
                }
            }
        }
    }

    private static void Suppress(PageScope page, Erasure erasure)
    {
        foreach (var hash in erasure.Suppressed.DistinctBy(Convert.ToHexString, StringComparer.Ordinal))
        {
            if (!page.Context.Suppressions.Any(row => row.Hash == hash))
            {
                page.Context.Suppressions.Add(new SuppressionEntity { Hash = hash });
                page.Context.SaveChanges();
            }
        }
    }
}
