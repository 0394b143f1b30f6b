using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Records with their truth, ready for the matcher.</summary>
internal sealed record DataSet(string Name, IReadOnlyList<MatchRecord> Records, IReadOnlyDictionary<int, string> Truth)
{
    public static DataSet Of(string name, IEnumerable<(string Connection, string Truth, (string Field, string Value)[] Values)> rows)
    {
        var records = new List<MatchRecord>();
        var truth = new Dictionary<int, string>();
        foreach (var (connection, entity, values) in rows)
        {
            truth[records.Count] = entity;
            records.Add(Record(connection, records.Count, values));
        }

        return new DataSet(name, records, truth);
    }

    /// <summary>A record for <see cref="TrainingTemplate.Fields"/>.</summary>
    public static MatchRecord Record(string connection, int number, (string Field, string Value)[] values)
    {
        var fields = TrainingTemplate.Fields;
        var lists = new IReadOnlyList<string>[fields.Count];
        for (var f = 0; f < lists.Length; f++)
        {
            lists[f] = [.. values.Where(v => v.Field == fields[f] && v.Value.Length > 0).Select(v => v.Value)];
        }

        return new MatchRecord(new MatchKey(connection, $"{number:D8}", ""), lists);
    }
}
