using IntegrationHub.Mdm.Registry.Wire;
using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Reading;
using IntegrationHub.Mdm.Storage.Searching;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Golden versions and changes, both appended, each chained to the one before; then the narrow rows that point at them.</summary>
internal static class GoldenWriter
{
    public static void Write(PageScope page)
    {
        if (page.Commit.Goldens.Count == 0 && page.Commit.Changes.Count == 0)
        {
            return;
        }

        var heads = Heads(page);
        WriteVersions(page, heads);
        ChangeWriter.Write(page, heads);
        GoldenIndexWriter.Write(page.Bulk, heads.Values);
    }

    private static Dictionary<long, GoldenHead> Heads(PageScope page)
    {
        var created = page.Commit.Goldens.Where(row => row.Golden.Version == 1).Select(row => row.Golden.Id.Value).ToHashSet();
        var known = page.Commit.Goldens.Select(row => row.Golden.Id.Value).Concat(page.Commit.Changes.Select(change => change.Golden.Value)).Distinct()
            .Where(id => !created.Contains(id));
        var heads = created.ToDictionary(id => id, id => new GoldenHead { Golden = id });
        foreach (var stored in page.Bulk.Heads(page.Context, known))
        {
            heads[stored.Golden] = new GoldenHead
            {
                Golden = stored.Golden, Row = stored.Row, State = stored.State, LastChange = stored.LastChange,
                Connections = stored.Connections, MergedInto = stored.MergedInto, Terms = stored.Terms, Stored = stored,
            };
        }

        return heads;
    }

    private static void WriteVersions(PageScope page, Dictionary<long, GoldenHead> heads)
    {
        if (page.Commit.Goldens.Count == 0)
        {
            return;
        }

        var bulk = page.Bulk;
        var number = page.Before.LastVersionRow;
        bulk.Begin(RegistryTables.GoldenVersions);
        foreach (var row in page.Commit.Goldens)
        {
            var golden = row.Golden;
            if (!heads.TryGetValue(golden.Id.Value, out var head))
            {
                heads[golden.Id.Value] = head = new GoldenHead { Golden = golden.Id.Value };
            }

            var previous = head.Row;
            head.Row = ++number;
            head.State = (long)golden.State;
            head.MergedInto = golden.State == GoldenState.Merged ? golden.MergedInto?.Value : null;
            head.Terms = SearchTerms.Of(golden);
            head.Connections = golden.Members.Aggregate(0L, (mask, member) => mask | ConnectionBook.MaskOf(page.Connections.IdOf(member.Record.Connection)));
            bulk.Integer(number);
            bulk.Integer(golden.Id.Value);
            bulk.Integer(golden.Version);
            bulk.Integer(head.State);
            bulk.Integer(golden.MergedInto?.Value);
            bulk.Integer(row.CreatedAt.ToMicros());
            bulk.Integer(row.UpdatedAt.ToMicros());
            bulk.Integer(previous);
            bulk.Bytes(head.Terms.Write());
            bulk.Bytes(row.Overrides is null ? null : JsonText.Write(row.Overrides));
            page.Wire.Clear();
            RegistryWire.Write(page.Wire, golden.Members);
            bulk.Form(page.Wire.Written);
            page.Wire.Clear();
            ProvenanceForm.Write(page.Wire, golden);
            bulk.Form(page.Wire.Written);
            page.Wire.Clear();
            RegistryWire.Write(page.Wire, golden.Citizen);
            bulk.Form(page.Wire.Written);
            bulk.EndRow();
        }

        bulk.End();
    }
}
