using System.Text;

namespace IntegrationHub.Tests.Storage.Kit;

/// <summary>Rows for tests: short to write, complete to store.</summary>
internal static class Make
{
    public static DateTimeOffset At { get; } = new(2026, 3, 1, 8, 30, 0, 123, 456, TimeSpan.Zero);

    public static RecordRow Record(int id, string key, string body = "{}", int revision = 1, bool deleted = false, string connection = "crm") => new()
    {
        RecordId = id,
        Key = new RecordKey(connection, key),
        Version = new SourceVersion(revision, "v"),
        Revision = revision,
        ContentHash = new UInt128(1, (ulong)revision),
        Deleted = deleted,
        ChangedAt = At.AddDays(-1),
        ReceivedAt = At,
        Body = Encoding.UTF8.GetBytes(body),
    };

    public static PartRow Part(int id, int recordId, string key, long? golden, Citizen? citizen = null, string part = "", string connection = "crm") => new()
    {
        PartId = id,
        RecordId = recordId,
        Key = new PartKey(connection, key, part),
        Golden = golden is { } value ? new GoldenId(value) : null,
        Citizen = citizen ?? Person("Martin", "Jeanne"),
        ChangedAt = At.AddDays(-1),
    };

    public static Citizen Person(string name, string given, string? birth = "1954-03-21") => new()
    {
        BirthName = name,
        GivenNames = [given],
        Sex = Sex.Female,
        BirthDate = PartialDate.Parse(birth),
    };

    public static GoldenRow Golden(long id, Citizen? citizen = null, long version = 1, GoldenState state = GoldenState.Active, long? into = null, params PartKey[] members) => new(
        new GoldenRecord
        {
            Id = new GoldenId(id),
            Version = version,
            State = state,
            MergedInto = into is { } value ? new GoldenId(value) : null,
            Citizen = citizen ?? Person("Martin", "Jeanne"),
            Members = members,
            Provenance = members.Length == 0 ? [] : [new Provenance("birthName", members[0], At, "recency"), new Provenance("sex", null, null, "override")],
        },
        At.AddDays(-2),
        At);

    public static RegistryChange Change(long sequence, long golden, ChangeKind kind = ChangeKind.Created, long version = 1, params long[] touched) => new()
    {
        Sequence = sequence,
        Kind = kind,
        Golden = new GoldenId(golden),
        Version = version,
        At = At,
        Touched = touched.Length == 0 ? [new GoldenId(golden)] : [.. touched.Select(id => new GoldenId(id))],
        Attributes = ["birthName", "address"],
        Reason = "source:crm",
    };

    public static ReviewRow Review(long id, int partA, int? partB, int weight = 5000, ReviewState state = ReviewState.Open) => new()
    {
        TaskId = id,
        A = new PartKey("crm", $"k{partA}"),
        PartA = partA,
        B = partB is null ? null : new PartKey("crm", $"k{partB}"),
        PartB = partB,
        Weight = weight,
        Pattern = ulong.MaxValue - 7,
        Reason = default,
        State = state,
        OpenedAt = At,
    };

    public static DecisionRow Decision(long id, PartKey a, PartKey b, bool same = true) => new()
    {
        DecisionId = id, A = a, B = b, Same = same, By = "steward-1", At = At, Reason = "proof", Action = id, GoldenA = new GoldenId(17),
    };

    public static QuarantineRow Quarantined(string? key, string body = "half a line", DateTimeOffset? expires = null, string connection = "crm") => new()
    {
        Id = Guid.NewGuid(),
        Connection = connection,
        Key = key,
        Position = "people.csv:17",
        Code = "csv.quote-never-closed",
        Body = Encoding.UTF8.GetBytes(body),
        Parsed = expires is null,
        RunId = "run-1",
        At = At,
        ExpiresAt = expires,
    };
}
