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
        var fields = TrainingTemplate.Fields;
        foreach (var (connection, entity, values) in rows)
        {
            var lists = new IReadOnlyList<string>[fields.Count];
            for (var f = 0; f < lists.Length; f++)
            {
                lists[f] = [.. values.Where(v => v.Field == fields[f] && v.Value.Length > 0).Select(v => v.Value)];
            }

            truth[records.Count] = entity;
            records.Add(new MatchRecord(new MatchKey(connection, $"{records.Count:D8}", ""), lists));
        }

        return new DataSet(name, records, truth);
    }
}
