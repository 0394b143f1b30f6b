using IntegrationHub.Mdm.Registry.Wire;
using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Reading;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>One connection with the point queries prepared; one thread at a time.</summary>
internal sealed class SqliteReadSession : IDisposable
{
    private readonly ConnectionNames _names;
    private readonly sqlite3 _database;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _end;
    private readonly SqliteStatement _record;
    private readonly SqliteStatement _partsOfRecord;
    private readonly SqliteStatement _part;
    private readonly SqliteStatement _golden;
    private readonly SqliteStatement _retired;
    private readonly SqliteStatement _reviewsOfA;
    private readonly SqliteStatement _reviewsOfB;

    public SqliteReadSession(string file, ConnectionNames names)
    {
        const string Part = "SELECT part_id, record_id, connection, key, part, golden, last_golden, matchable, changed_at, citizen FROM parts WHERE ";
        const string Review = "SELECT task_id, a_connection, a_key, a_part, part_a, b_connection, b_key, b_part, part_b, weight, pattern, reason, state, opened_at, closed_at, "
            + "decision_id, assignee FROM reviews WHERE ";
        _names = names;
        _database = Open(file);
        _begin = Prepare("BEGIN");
        _end = Prepare("COMMIT");
        _record = Prepare("SELECT record_id, connection, key, version_number, version_text, revision, content_hash, deleted, changed_at, received_at, body FROM records WHERE key_hash = ?");
        _partsOfRecord = Prepare(Part + "record_id = ? ORDER BY part_id");
        _part = Prepare(Part + "part_id = ?");
        _golden = Prepare("SELECT v.golden, v.version, v.state, v.merged_into, v.created_at, v.updated_at, v.overrides, v.members, v.provenance, v.citizen "
            + "FROM goldens g JOIN golden_versions v ON v.row = g.row WHERE g.golden = ?");
        _retired = Prepare("SELECT golden FROM retired WHERE merged_into = ?");
        _reviewsOfA = Prepare(Review + "part_a = ?");
        _reviewsOfB = Prepare(Review + "part_b = ?");
    }

    /// <summary>Reads are of one state of the database until <see cref="End"/>.</summary>
    public void Begin() => _begin.Read();

    public void End() => _end.Read();

    public RecordRow? Record(RecordKey key)
    {
        if (!_record.For(KeyHash.Of(key)).Read())
        {
            return null;
        }

        var row = new RecordRow
        {
            RecordId = (int)_record.Integer(0),
            Key = new RecordKey(_names[_record.Integer(1)], _record.Text(2)),
            Version = new SourceVersion(_record.Integer(3), _record.Text(4)),
            Revision = (int)_record.Integer(5),
            ContentHash = Numbers.ReadUInt128(_record.Bytes(6)),
            Deleted = _record.Integer(7) != 0,
            ChangedAt = _record.IntegerOrNull(8).ToInstant(),
            ReceivedAt = _record.Integer(9).ToInstant(),
            Body = _record.Bytes(10).ToArray(),
        };
        _record.Reset();
        return row;
    }

    public void PartsOf(int recordId, List<PartRow> parts)
    {
        for (var rows = _partsOfRecord.For(recordId); rows.Read();)
        {
            parts.Add(Part(rows));
        }
    }

    public void Part(int partId, List<PartRow> parts)
    {
        for (var rows = _part.For(partId); rows.Read();)
        {
            parts.Add(Part(rows));
        }
    }

    public void Golden(GoldenId id, List<GoldenRow> goldens)
    {
        for (var rows = _golden.For(id.Value); rows.Read();)
        {
            var members = RegistryWire.ReadPartKeys(rows.Bytes(7));
            var golden = new GoldenRecord
            {
                Id = new GoldenId(rows.Integer(0)),
                Version = rows.Integer(1),
                State = (GoldenState)rows.Integer(2),
                MergedInto = Id(rows.IntegerOrNull(3)),
                Citizen = RegistryWire.ReadCitizen(rows.Bytes(9)),
                Members = members,
                Provenance = ProvenanceForm.Read(rows.Bytes(8), members),
            };
            goldens.Add(new GoldenRow(golden, rows.Integer(4).ToInstant(), rows.Integer(5).ToInstant(), rows.IsNull(6) ? null : JsonText.Read(rows.Bytes(6).ToArray())));
        }
    }

    public void RetiredInto(GoldenId id, SortedSet<GoldenId> retired)
    {
        for (var rows = _retired.For(id.Value); rows.Read();)
        {
            retired.Add(new GoldenId(rows.Integer(0)));
        }
    }

    public void OpenReviews(int partId, SortedDictionary<long, ReviewRow> reviews)
    {
        OpenReviews(_reviewsOfA.For(partId), reviews);
        OpenReviews(_reviewsOfB.For(partId), reviews);
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _end, _record, _partsOfRecord, _part, _golden, _retired, _reviewsOfA, _reviewsOfB })
        {
            statement.Dispose();
        }

        _database.Dispose();
    }

    // Without SQLite's own locks: a session belongs to one thread at a time, and no finaliser knows its statements.
    private static sqlite3 Open(string file)
    {
        var opened = raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        SqliteException.ThrowExceptionForRC(opened, database);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(database, SqlitePragmas.Reader), database);
        return database;
    }

    private PartRow Part(SqliteStatement rows) => new()
    {
        PartId = (int)rows.Integer(0),
        RecordId = (int)rows.Integer(1),
        Key = new PartKey(_names[rows.Integer(2)], rows.Text(3), rows.Text(4)),
        Golden = Id(rows.IntegerOrNull(5)),
        LastGolden = Id(rows.IntegerOrNull(6)),
        Matchable = rows.Integer(7) != 0,
        ChangedAt = rows.IntegerOrNull(8).ToInstant(),
        Citizen = RegistryWire.ReadCitizen(rows.Bytes(9)),
    };

    private static void OpenReviews(SqliteStatement rows, SortedDictionary<long, ReviewRow> reviews)
    {
        while (rows.Read())
        {
            if (rows.Integer(12) == (long)ReviewState.Open)
            {
                reviews[rows.Integer(0)] = new ReviewRow
                {
                    TaskId = rows.Integer(0),
                    A = new PartKey(rows.Text(1), rows.Text(2), rows.Text(3)),
                    PartA = (int)rows.Integer(4),
                    B = rows.IsNull(5) ? null : new PartKey(rows.Text(5), rows.Text(6), rows.Text(7)),
                    PartB = (int?)rows.IntegerOrNull(8),
                    Weight = (int)rows.Integer(9),
                    Pattern = unchecked((ulong)rows.Integer(10)),
                    Reason = (DoubtReason)rows.Integer(11),
                    State = ReviewState.Open,
                    OpenedAt = rows.Integer(13).ToInstant(),
                    ClosedAt = rows.IntegerOrNull(14).ToInstant(),
                    DecisionId = rows.IntegerOrNull(15),
                    Assignee = rows.TextOrNull(16),
                };
            }
        }
    }

    private SqliteStatement Prepare(string sql) => new(_database, sql);

    private static GoldenId? Id(long? value) => value is { } known ? new GoldenId(known) : null;
}
