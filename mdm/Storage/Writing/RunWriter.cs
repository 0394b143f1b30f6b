using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Reading;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>What ends a page: quarantine, the run's outcomes, the checkpoint; and bodies whose time is over are emptied.</summary>
internal static class RunWriter
{
    public static void Write(PageScope page)
    {
        WriteQuarantine(page);
        MarkReplayed(page);
        EmptyExpired(page);
        WriteRunPage(page);
        WriteCheckpoint(page);
    }

    private static void WriteQuarantine(PageScope page)
    {
        var (rows, bulk) = (page.Commit.Quarantine, page.Bulk);
        if (rows.Count == 0)
        {
            return;
        }

        foreach (var ids in rows.Select(row => row.Id.ToByteArray(bigEndian: true)).Chunk(PageScope.Chunk))
        {
            bulk.Delete(RegistryTables.Quarantine.Name, "number", [.. RegistryQueries.QuarantineNumbers(page.Context, ids)]);
        }

        var number = page.Before.LastQuarantine;
        bulk.Begin(RegistryTables.Quarantine);
        foreach (var row in rows)
        {
            bulk.Integer(++number);
            bulk.Bytes(row.Id.ToByteArray(bigEndian: true));
            bulk.Integer(page.Connections.IdOf(row.Connection));
            bulk.Bytes(row.Key is null ? null : KeyHash.Of(new RecordKey(row.Connection, row.Key)));
            bulk.Text(row.Key);
            bulk.Integer(row.Version.Number);
            bulk.Text(row.Version.Text ?? "");
            bulk.Integer(row.ChangedAt.ToMicros());
            bulk.Text(row.Position);
            bulk.Text(row.Code);
            bulk.Integer(row.Parsed ? 1 : 0);
            bulk.Text(row.RunId);
            bulk.Integer(row.At.ToMicros());
            bulk.Integer(row.ExpiresAt.ToMicros());
            bulk.Integer(0);
            bulk.Integer(row.ReplayedAt.ToMicros());
            bulk.Bytes(row.Body);
            bulk.EndRow();
        }

        bulk.End();
    }

    private static void MarkReplayed(PageScope page)
    {
        var at = page.Commit.At.ToMicros();
        foreach (var ids in page.Commit.Replayed.Select(id => id.ToByteArray(bigEndian: true)).Chunk(PageScope.Chunk))
        {
            page.Context.Quarantine.Where(row => ids.Contains(row.Id)).ExecuteUpdate(set => set.SetProperty(row => row.ReplayedAt, at));
        }
    }

    private static void EmptyExpired(PageScope page)
    {
        var at = page.Commit.At.ToMicros();
        page.Context.Quarantine.Where(row => row.Expired == 0 && row.ExpiresAt <= at).ExecuteUpdate(set => set
            .SetProperty(row => row.Expired, 1)
            .SetProperty(row => row.Body, Array.Empty<byte>()));
    }

    private static void WriteRunPage(PageScope page)
    {
        if (page.Commit.Run is not { } run)
        {
            return;
        }

        var bulk = page.Bulk;
        bulk.Begin(RegistryTables.RunPages);
        bulk.Text(run.RunId);
        bulk.Integer(run.Page);
        bulk.Integer(page.Connections.IdOf(run.Connection));
        bulk.Bytes(OutcomeForm.Write(run.Outcomes));
        bulk.EndRow();
        bulk.End();
    }

    private static void WriteCheckpoint(PageScope page)
    {
        if (page.Commit.Checkpoint is not { } checkpoint)
        {
            return;
        }

        var (connection, value, at) = (page.Connections.IdOf(checkpoint.Connection), StoredText.Write(checkpoint.Value), checkpoint.At.ToMicros());
        var changed = page.Context.Checkpoints.Where(row => row.Connection == connection)
            .ExecuteUpdate(set => set.SetProperty(row => row.Value, value).SetProperty(row => row.At, at));
        if (changed == 0)
        {
            page.Context.Checkpoints.Add(new CheckpointEntity { Connection = connection, Value = value, At = at });
            page.Context.SaveChanges();
        }
    }
}
