using IntegrationHub.Mdm.Registry.Wire;
using IntegrationHub.Mdm.Storage.Encoding;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Parts, and the golden records they stand behind.</summary>
internal static class PartWriter
{
    public static void Write(PageScope page)
    {
        var (commit, bulk) = (page.Commit, page.Bulk);
        bulk.Delete(RegistryTables.Parts.Name, "part_id", [.. commit.Parts.Select(part => (long)part.PartId).Where(id => id <= page.Before.LastPart)]);
        Insert(page);
        Move(page);
    }

    private static void Insert(PageScope page)
    {
        if (page.Commit.Parts.Count == 0)
        {
            return;
        }

        var bulk = page.Bulk;
        bulk.Begin(RegistryTables.Parts);
        foreach (var part in page.Commit.Parts)
        {
            bulk.Integer(part.PartId);
            bulk.Integer(part.RecordId);
            bulk.Integer(page.Connections.IdOf(part.Key.Record.Connection));
            bulk.Text(part.Key.Record.Key);
            bulk.Text(part.Key.Part);
            bulk.Integer(part.Golden?.Value);
            bulk.Integer(part.LastGolden?.Value);
            bulk.Integer(part.Matchable ? 1 : 0);
            bulk.Integer(part.ChangedAt.ToMicros());
            page.Wire.Clear();
            RegistryWire.Write(page.Wire, part.Citizen);
            bulk.Form(page.Wire.Written);
            bulk.EndRow();
        }

        bulk.End();
    }

    private static void Move(PageScope page)
    {
        var (commit, bulk) = (page.Commit, page.Bulk);
        if (commit.Moved.Count == 0)
        {
            return;
        }

        // A part that dies keeps the golden record it stood behind last.
        foreach (var ids in commit.Moved.Where(moved => moved.Golden is null).Select(moved => (long)moved.PartId).Chunk(PageScope.Chunk))
        {
            page.Context.Parts.Where(part => ids.Contains(part.PartId) && part.Golden != null).ExecuteUpdate(set => set
                .SetProperty(part => part.LastGolden, part => part.Golden)
                .SetProperty(part => part.Golden, (long?)null));
        }

        bulk.BeginUpdate(RegistryTables.MovedParts);
        foreach (var (id, golden) in commit.Moved)
        {
            if (golden is { } to)
            {
                bulk.Integer(id);
                bulk.Integer(to.Value);
                bulk.EndRow();
            }
        }

        bulk.End();
    }
}
