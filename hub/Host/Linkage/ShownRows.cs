using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Linkage;

/// <summary>What a report shows of a linked file: its first clusters and its likeliest doubts, and of their rows what the evidence needs. Nothing of the other rows is kept.</summary>
public sealed class ShownRows
{
    private const int Most = 200;

    private readonly Dictionary<int, IReadOnlyList<MatchRecord>> _people = [];

    private readonly Dictionary<int, long> _lines = [];

    /// <param name="linked">The file's people.</param>
    /// <param name="sizes">Rows in each cluster.</param>
    /// <param name="doubts">All doubtful pairs of rows.</param>
    public ShownRows(LinkedFile linked, int[] sizes, IReadOnlyList<Doubt> doubts)
    {
        var shown = new Dictionary<int, List<int>>();
        for (var row = 0; row < linked.ClusterOfRow.Count; row++)
        {
            var cluster = linked.ClusterOfRow[row];
            if (sizes[cluster] > 1 && (shown.Count < Most || shown.ContainsKey(cluster)))
            {
                if (!shown.TryGetValue(cluster, out var rows))
                {
                    shown[cluster] = rows = [];
                }

                rows.Add(row);
            }
        }

        Clusters = [.. shown.Values];
        IReadOnlyList<Doubt> likeliest = [.. doubts.OrderByDescending(doubt => doubt.Weight)];
        (Doubts, Others) = ([.. likeliest.Take(Most)], [.. likeliest.Skip(Most)]);
        foreach (var row in shown.Values.SelectMany(rows => rows).Concat(Doubts.SelectMany(Sides)))
        {
            (_people[row], _lines[row]) = ([], 0);
        }

        Keyless = linked.Keyless();
        foreach (var row in Others.SelectMany(Sides).Concat(KeylessTold))
        {
            _lines[row] = 0;
        }
    }

    /// <summary>Rows of each, in row order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Clusters { get; }

    /// <summary>Likeliest first.</summary>
    public IReadOnlyList<Doubt> Doubts { get; }

    /// <summary>The doubts behind these, likeliest first: their lines are told, not their evidence.</summary>
    public IReadOnlyList<Doubt> Others { get; }

    /// <summary>Rows that say too little to be compared, in row order.</summary>
    public IReadOnlyList<int> Keyless { get; }

    /// <summary>Those of them whose lines are told.</summary>
    public IEnumerable<int> KeylessTold => Keyless.Take(Most);

    /// <summary>Takes of a row what the report tells of it, which mostly is nothing.</summary>
    /// <param name="row">Its position.</param>
    /// <param name="record">As read.</param>
    /// <param name="people">Finds the people it names, where its evidence is shown.</param>
    public void Take(int row, SourceRecord record, Func<SourceRecord, IReadOnlyList<MatchRecord>> people)
    {
        if (_lines.ContainsKey(row))
        {
            _lines[row] = FileRows.Line(record);
        }

        if (_people.ContainsKey(row))
        {
            _people[row] = people(record);
        }
    }

    /// <summary>The line a taken row stands on.</summary>
    public long Line(int row) => _lines[row];

    /// <summary>The people that a taken row names.</summary>
    public IReadOnlyList<MatchRecord> People(int row) => _people[row];

    private static IEnumerable<int> Sides(Doubt doubt) => [doubt.A, doubt.B!.Value];
}
