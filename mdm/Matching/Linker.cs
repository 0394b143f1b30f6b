namespace IntegrationHub.Mdm.Matching;

/// <summary>One-shot linkage of a set of records: in bulk, or in pages through the same index and overlay as the registry's; the outcome is the same.</summary>
public static class Linker
{
    /// <summary>Links records; part ids are their positions, from 0.</summary>
    /// <param name="model">The model; activate it on the records first where no hub is behind.</param>
    /// <param name="records">Each with a key of its own.</param>
    /// <param name="decisions">Stewards' decisions, or none.</param>
    /// <param name="pageSize">Records taken in at once, as a registry would; 0 for all of them in bulk, which is fastest. Never decides the result.</param>
    /// <param name="threads">0 for all cores; never decides the result.</param>
    /// <param name="progress">Told the number of records done now and then.</param>
    public static Partition Link(
        MatchModel model,
        IEnumerable<MatchRecord> records,
        IEnumerable<PairDecision>? decisions = null,
        int pageSize = 0,
        int threads = 0,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var index = new MatchIndex(model, threads);
        var partition = new Partition();
        var pending = decisions?.ToList() ?? [];
        var part = 0;
        if (pageSize == 0)
        {
            partition.Apply(index.Solve(records.Select(record => (part++, record)), pending, progress, cancellationToken), []);
            return partition;
        }

        foreach (var page in records.Chunk(pageSize))
        {
            using var overlay = index.Begin();
            pending.ForEach(overlay.Decide);
            pending.Clear();
            foreach (var record in page)
            {
                overlay.Put(part++, record);
            }

            partition.Apply(overlay.Resolve(cancellationToken), []);
            overlay.Fold();
            progress?.Report(part);
        }

        return partition;
    }

    /// <summary>Links interned records in bulk; part ids are their numbers.</summary>
    /// <exception cref="ArgumentException">They were interned for a model of other fields or junk values.</exception>
    /// <exception cref="InvalidOperationException">They are being linked already: a link marks in them who has no usable key.</exception>
    public static Partition Link(
        MatchModel model, InternedRecords records, IEnumerable<PairDecision>? decisions = null, int threads = 0, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        records.RequireFor(model);
        records.Occupy();
        try
        {
            using var index = new MatchIndex(model, threads) { Vocabulary = model.Adjusted(records.Vocabulary) };
            var partition = new Partition();
            partition.Apply(index.Solve(records, decisions ?? [], progress, cancellationToken), []);
            return partition;
        }
        finally
        {
            records.Release();
        }
    }
}
