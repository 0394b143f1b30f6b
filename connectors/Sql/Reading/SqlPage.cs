using System.Globalization;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>A page being filled: rows that did not change since the run before are left out.</summary>
internal sealed class SqlPage(SeenRows seen, SqlCheckpoint at)
{
    private readonly List<SourceRecord> records = [];
    private readonly List<UInt128> rows = [];
    private SqlPoint? high = at.High;

    public List<RejectedRecord> Rejected { get; } = [];

    /// <summary>Cursor and key of the row read last.</summary>
    public IReadOnlyList<SqlPoint>? Last { get; private set; } = at.Last;

    public void Give(string key, SqlPoint? cursor, bool deleted, byte[] body)
    {
        if (IsNew(SeenRows.Of(deleted ? "-" + key : "+" + key, body)))
        {
            records.Add(new SourceRecord
            {
                Key = key,
                // A later run reads a later state; a row that changes during a run may come twice in it.
                Version = new RecordVersion(at.Run, (cursor?.Order() ?? 0).ToString("D19", CultureInfo.InvariantCulture)),
                Deleted = deleted,
                Body = deleted ? default(ReadOnlyMemory<byte>) : body,
            });
        }
    }

    public void Reject(string code, byte[] body)
    {
        if (IsNew(SeenRows.Of(code, body)))
        {
            Rejected.Add(new RejectedRecord(string.Create(CultureInfo.InvariantCulture, $"run {at.Run}"), code, body));
        }
    }

    public void Reach(IReadOnlyList<SqlPoint> place, SqlPoint? cursor) => (Last, high) = (place, cursor ?? high);

    public SourcePage End(Func<SqlCheckpoint, SqlCheckpoint> next)
    {
        seen.Keep(rows);
        return new SourcePage(records, Rejected, next(at with { Last = Last, High = high, Rows = at.Rows + rows.Count }).Write());
    }

    private bool IsNew(UInt128 row)
    {
        rows.Add(row);
        return !seen.Contains(row);
    }
}
