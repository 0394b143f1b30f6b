using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Linkage;

/// <summary>A file's people, linked in one shot.</summary>
/// <param name="Model">The model, activated on these records.</param>
/// <param name="RowOf">Position of each part's row in the file's good rows.</param>
/// <param name="Partition">Clusters and doubts over part ids.</param>
/// <param name="ClusterOfRow">Cluster number of each row, from 0 in row order; a row without a person stands alone.</param>
public sealed record LinkedFile(MatchModel Model, IReadOnlyList<int> RowOf, Partition Partition, IReadOnlyList<int> ClusterOfRow)
{
    /// <summary>Rows of each cluster, in row order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Clusters()
    {
        var sizes = Sizes();
        var clusters = sizes.Select(size => new int[size]).ToArray();
        for (var row = ClusterOfRow.Count - 1; row >= 0; row--)
        {
            clusters[ClusterOfRow[row]][--sizes[ClusterOfRow[row]]] = row;
        }

        return clusters;
    }

    /// <summary>Rows in each cluster.</summary>
    public int[] Sizes()
    {
        var sizes = new List<int>();
        foreach (var cluster in ClusterOfRow)
        {
            // Numbers are given in row order: a new one is the next.
            if (cluster == sizes.Count)
            {
                sizes.Add(0);
            }

            sizes[cluster]++;
        }

        return [.. sizes];
    }

    /// <summary>Doubtful pairs with part ids turned into rows; lone records and doubts inside one cluster are left out.</summary>
    public IReadOnlyList<Doubt> DoubtfulRows() =>
    [
        .. Partition.Doubts
            .Where(doubt => doubt.B is { } b && ClusterOfRow[RowOf[doubt.A]] != ClusterOfRow[RowOf[b]])
            .Select(doubt => doubt with { A = RowOf[doubt.A], B = RowOf[doubt.B!.Value] }),
    ];

    /// <summary>Rows that say too little to be compared with any other: they name nobody, or nobody of whom a blocking key could be made.</summary>
    public IReadOnlyList<int> Keyless()
    {
        var keyless = Partition.Doubts.Where(doubt => doubt.Reason == DoubtReason.NoUsableKey).Select(doubt => doubt.A).ToHashSet();
        var compared = new bool[ClusterOfRow.Count];
        for (var part = 0; part < RowOf.Count; part++)
        {
            compared[RowOf[part]] |= !keyless.Contains(part);
        }

        return [.. Enumerable.Range(0, compared.Length).Where(row => !compared[row])];
    }

    /// <summary>The evidence of two rows, given the people each names: that of their best pair; null when one of them names nobody.</summary>
    public Evidence? Explain(IReadOnlyList<MatchRecord> rowA, IReadOnlyList<MatchRecord> rowB)
    {
        var cut = Mdm.Matching.Training.TemplateRecords.Cutter(Model);
        return rowA.SelectMany(a => rowB.Select(b => Model.Explain(cut(a), cut(b)))).MaxBy(evidence => evidence.Weight);
    }
}
