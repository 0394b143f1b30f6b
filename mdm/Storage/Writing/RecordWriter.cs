using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Reading;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Records: a replaced version goes to the history, the live one is written anew.</summary>
internal static class RecordWriter
{
    public static void Write(PageScope page)
    {
        var (commit, bulk) = (page.Commit, page.Bulk);
        var replaced = commit.Records.Where(record => record.RecordId <= page.Before.LastRecord).Select(record => (long)record.RecordId).ToList();
        Forget(page, replaced);
        bulk.Copy(RegistryTables.Records, RegistryTables.RecordVersions, "record_id", replaced);
        bulk.Delete(RegistryTables.Records.Name, "record_id", replaced);
        Insert(page);
        Reseen(page);
        bulk.Delete(RegistryTables.Linked.Name, "record_id", [.. commit.Linked.Select(linked => (long)linked.RecordId).Where(id => id <= page.Before.LastRecord)]);
        InsertLinked(commit.Linked, bulk);
    }

    /// <summary>Takes records out of their connections' counts of live records.</summary>
    public static void Forget(PageScope page, IReadOnlyCollection<long> recordIds)
    {
        foreach (var ids in recordIds.Chunk(PageScope.Chunk))
        {
            foreach (var connection in RegistryQueries.LiveConnectionsOf(page.Context, ids))
            {
                page.Connections.Count(connection, -1);
            }
        }
    }

    private static void Insert(PageScope page)
    {
        if (page.Commit.Records.Count == 0)
        {
            return;
        }

        var bulk = page.Bulk;
        bulk.Begin(RegistryTables.Records);
        foreach (var record in page.Commit.Records)
        {
            bulk.Integer(record.RecordId);
            bulk.Integer(page.Connections.IdOf(record.Key.Connection));
            bulk.Bytes(KeyHash.Of(record.Key));
            bulk.Text(record.Key.Key);
            bulk.Integer(record.Revision);
            bulk.Integer(record.Version.Number);
            bulk.Text(record.Version.Text ?? "");
            bulk.Bytes(Numbers.Write(record.ContentHash));
            bulk.Integer(record.Deleted ? 1 : 0);
            bulk.Integer(record.ChangedAt.ToMicros());
            bulk.Integer(record.ReceivedAt.ToMicros());
            bulk.Bytes(record.Body);
            bulk.EndRow();
            if (!record.Deleted)
            {
                page.Connections.Count(record.Key.Connection, 1);
            }
        }

        bulk.End();
    }

    private static void Reseen(PageScope page)
    {
        if (page.Commit.Reseen.Count == 0)
        {
            return;
        }

        var bulk = page.Bulk;
        bulk.BeginUpdate(RegistryTables.ReseenRecords);
        foreach (var (id, version) in page.Commit.Reseen)
        {
            bulk.Integer(id);
            bulk.Integer(version.Number);
            bulk.Text(version.Text ?? "");
            bulk.EndRow();
        }

        bulk.End();
    }

    private static void InsertLinked(IReadOnlyList<LinkedRow> linked, BulkWriter bulk)
    {
        if (linked.Count == 0)
        {
            return;
        }

        bulk.Begin(RegistryTables.Linked);
        foreach (var row in linked.Where(row => row.Organisations.Count + row.Relationships.Count + row.Items.Count > 0))
        {
            bulk.Integer(row.RecordId);
            bulk.Bytes(Registry.Json.RegistryJson.Write(row));
            bulk.EndRow();
        }

        bulk.End();
    }
}
