namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Moves the counters on, on condition that epoch and page are still the writer's own.</summary>
internal static class StateWriter
{
    public static void Advance(PageScope page)
    {
        var (before, after) = (page.Before, page.Commit.State);
        if (before.Epoch != after.Epoch || before.Page != after.Page - 1)
        {
            throw new FencedException();
        }

        var versions = before.LastVersionRow + page.Commit.Goldens.Count;
        var quarantine = before.LastQuarantine + page.Commit.Quarantine.Count;
        // The condition decides, not the read above: on a server another writer may stand between the two.
        var changed = page.Context.State
            .Where(row => row.Id == 1 && row.Epoch == after.Epoch && row.Page == after.Page - 1)
            .ExecuteUpdate(set => set
                .SetProperty(row => row.Page, after.Page)
                .SetProperty(row => row.LastRecord, after.LastRecordId)
                .SetProperty(row => row.LastPart, after.LastPartId)
                .SetProperty(row => row.GoldenCount, after.GoldenCount)
                .SetProperty(row => row.LastChange, after.LastChange)
                .SetProperty(row => row.LastDecision, after.LastDecision)
                .SetProperty(row => row.LastReview, after.LastReview)
                .SetProperty(row => row.LastVersionRow, versions)
                .SetProperty(row => row.LastQuarantine, quarantine)
                .SetProperty(row => row.ModelVersion, after.ModelVersion));
        if (changed != 1)
        {
            throw new FencedException();
        }
    }
}
