using IntegrationHub.Mdm.Storage.Encoding;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>The change log, and which other ids a change touches.</summary>
internal static class ChangeWriter
{
    /// <summary>Between attribute names: no name holds a line end.</summary>
    public const char Separator = '\n';

    public static void Write(PageScope page, Dictionary<long, GoldenHead> heads)
    {
        var (changes, bulk) = (page.Commit.Changes, page.Bulk);
        if (changes.Count == 0)
        {
            return;
        }

        bulk.Begin(RegistryTables.Changes);
        foreach (var change in changes)
        {
            if (!heads.TryGetValue(change.Golden.Value, out var head))
            {
                throw new InvalidOperationException($"change {change.Sequence} is about golden record {change.Golden}, which the store does not know");
            }

            bulk.Integer(change.Sequence);
            bulk.Integer((long)change.Kind);
            bulk.Integer(change.Golden.Value);
            bulk.Integer(change.Version);
            bulk.Integer(change.At.ToMicros());
            bulk.Text(string.Join(Separator, change.Attributes));
            bulk.Text(change.Reason);
            bulk.Bytes(IsAlone(change) ? null : Numbers.Write([.. change.Touched.Select(id => id.Value)]));
            bulk.Integer(head.LastChange);
            bulk.EndRow();
            head.LastChange = change.Sequence;
        }

        bulk.End();
        WriteTouches(changes, bulk);
    }

    private static void WriteTouches(IReadOnlyList<RegistryChange> changes, BulkWriter bulk)
    {
        bulk.Begin(RegistryTables.ChangeTouches);
        foreach (var change in changes.Where(change => !IsAlone(change)))
        {
            foreach (var id in change.Touched.Where(id => id != change.Golden).Distinct())
            {
                bulk.Integer(id.Value);
                bulk.Integer(change.Sequence);
                bulk.EndRow();
            }
        }

        bulk.End();
    }

    private static bool IsAlone(RegistryChange change) => change.Touched.Count == 1 && change.Touched[0] == change.Golden;
}
