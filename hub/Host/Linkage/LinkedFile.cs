using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Linkage;

/// <summary>A file's people, linked in one shot.</summary>
/// <param name="Model">The model, activated on these records.</param>
/// <param name="Records">What the matcher saw, by part id.</param>
/// <param name="RowOf">Position of each part's row in the file's good rows.</param>
/// <param name="Partition">Clusters and doubts over part ids.</param>
/// <param name="ClusterOfRow">Cluster number of each row, from 0 in row order; a row without a person stands alone.</param>
public sealed record LinkedFile(
    MatchModel Model, IReadOnlyList<MatchRecord> Records, IReadOnlyList<int> RowOf, Partition Partition, IReadOnlyList<int> ClusterOfRow)
{
    /// <summary>Rows of each cluster, in row order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Clusters() =>
    [
        .. ClusterOfRow.Select((cluster, row) => (cluster, row))
            .GroupBy(pair => pair.cluster, pair => pair.row)
            .OrderBy(group => group.Key)
            .Select(group => (IReadOnlyList<int>)[.. group]),
    ];

    /// <summary>Doubtful pairs with part ids turned into rows; lone records and doubts inside one cluster are left out.</summary>
    public IReadOnlyList<Doubt> DoubtfulRows() =>
    [
        .. Partition.Doubts
            .Where(doubt => doubt.B is { } b && ClusterOfRow[RowOf[doubt.A]] != ClusterOfRow[RowOf[b]])
            .Select(doubt => doubt with { A = RowOf[doubt.A], B = RowOf[doubt.B!.Value] }),
    ];

    /// <summary>The evidence of two rows: that of their best pair of people; null when one of them names nobody.</summary>
    public Evidence? Explain(int rowA, int rowB)
    {
        var (a, b) = (Parts(rowA), Parts(rowB));
        return a.SelectMany(left => b.Select(right => Model.Explain(left, right))).MaxBy(evidence => evidence.Weight);
    }

    private List<MatchRecord> Parts(int row)
    {
        var at = LowerBound(row);
        var parts = new List<MatchRecord>(1);
        for (; at < RowOf.Count && RowOf[at] == row; at++)
        {
            parts.Add(Records[at]);
        }

        return parts;
    }

    // Parts stand in row order.
    private int LowerBound(int row)
    {
        var (low, high) = (0, RowOf.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = RowOf[middle] < row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
