using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mappings.Engine;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Host.Linkage;

/// <summary>How a one-shot makes match records of a file's rows: people by a mapping, other columns as they are.</summary>
/// <param name="Mapping">Makes people of rows; null where no column tells of a person.</param>
/// <param name="Generic">Columns compared as text, code, number or date.</param>
public sealed record FileReading(CompiledMapping? Mapping, IReadOnlyList<GenericColumn> Generic)
{
    /// <param name="rows">Good rows of the file.</param>
    /// <param name="received">Now: later dates are dates to come.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <returns>Records for <see cref="TrainingTemplate.Fields"/>, in row order, and the row of each.</returns>
    public (IReadOnlyList<MatchRecord> Records, IReadOnlyList<int> RowOf) Read(IReadOnlyList<SourceRecord> rows, DateTimeOffset received, CancellationToken cancellationToken)
    {
        var read = Reader(received);
        var made = new List<MatchRecord>[rows.Count];
        Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = cancellationToken }, row => made[row] = read(rows[row]));
        return ([.. made.SelectMany(m => m)], [.. made.SelectMany((m, row) => m.Select(_ => row))]);
    }

    /// <summary>Makes the records of one row; on any thread.</summary>
    /// <param name="received">Now: later dates are dates to come.</param>
    /// <param name="model">Columns that it does not compare are not read; null for all.</param>
    /// <param name="unread">Takes values that could not be read; null where nobody asks.</param>
    public Func<SourceRecord, List<MatchRecord>> Reader(DateTimeOffset received, MatchModel? model = null, UnreadValues? unread = null)
    {
        var projection = new MatchProjection(TrainingTemplate.Fields, "training template", SurvivorshipPolicy.French().Blocked);
        var generic = new GenericValues([.. Generic.Where(column => model?.Fields.Contains(column.Field) ?? true)], TrainingTemplate.Fields);
        return row => Read(row, projection, generic, received, unread);
    }

    private List<MatchRecord> Read(SourceRecord row, MatchProjection projection, GenericValues generic, DateTimeOffset received, UnreadValues? unread)
    {
        var records = new List<MatchRecord>(1);
        var mapped = Mapping?.Map("file", row, received);
        unread?.Take(row, mapped?.Issues ?? []);
        foreach (var part in mapped?.Citizens ?? [])
        {
            records.Add(projection.Project(new PartKey("file", row.Key, part.Part), part.Citizen));
        }

        if (records.Count == 0 && Generic.Count > 0)
        {
            records.Add(new MatchRecord(new MatchKey("file", row.Key, ""), [.. TrainingTemplate.Fields.Select(_ => (IReadOnlyList<string>)[])]));
        }

        if (generic.Any)
        {
            generic.Fill(row, records);
        }

        return records;
    }
}
