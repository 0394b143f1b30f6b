using IntegrationHub.Mdm.Registry.Wire;
using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>Table rows as the port's rows.</summary>
internal static class RowMapper
{
    public static RecordRow Record(RecordEntity row, string connection) => new()
    {
        RecordId = (int)row.RecordId,
        Key = new RecordKey(connection, StoredText.Read(row.Key)),
        Version = new SourceVersion(row.VersionNumber, StoredText.Read(row.VersionText)),
        Revision = (int)row.Revision,
        ContentHash = Numbers.ReadUInt128(row.ContentHash),
        Deleted = row.Deleted != 0,
        ChangedAt = row.ChangedAt.ToInstant(),
        ReceivedAt = row.ReceivedAt.ToInstant(),
        Body = row.Body,
    };

    public static PartRow Part(PartEntity row, string connection) => new()
    {
        PartId = (int)row.PartId,
        RecordId = (int)row.RecordId,
        Key = new PartKey(connection, StoredText.Read(row.Key), StoredText.Read(row.Part)),
        Golden = Id(row.Golden),
        LastGolden = Id(row.LastGolden),
        Matchable = row.Matchable != 0,
        Citizen = RegistryWire.ReadCitizen(row.Citizen),
        ChangedAt = row.ChangedAt.ToInstant(),
    };

    public static GoldenRow Golden(GoldenVersionEntity row)
    {
        IReadOnlyList<PartKey> members = RegistryWire.ReadPartKeys(row.Members);
        var golden = new GoldenRecord
        {
            Id = new GoldenId(row.Golden),
            Version = row.Version,
            State = (GoldenState)row.State,
            MergedInto = Id(row.MergedInto),
            Citizen = RegistryWire.ReadCitizen(row.Citizen),
            Members = members,
            Provenance = ProvenanceForm.Read(row.Provenance, members),
        };
        return new GoldenRow(golden, row.CreatedAt.ToInstant(), row.UpdatedAt.ToInstant(), row.Overrides is null ? null : JsonText.Read(row.Overrides));
    }

    public static RegistryChange Change(ChangeEntity row) => new()
    {
        Sequence = row.Sequence,
        Kind = (ChangeKind)row.Kind,
        Golden = new GoldenId(row.Golden),
        Version = row.Version,
        At = row.At.ToInstant(),
        Touched = row.Touched is null ? [new GoldenId(row.Golden)] : [.. Numbers.Read(row.Touched).Select(id => new GoldenId(id))],
        Attributes = row.Attributes.Length == 0 ? [] : StoredText.Read(row.Attributes).Split(ChangeWriter.Separator),
        Reason = StoredText.Read(row.Reason),
    };

    public static ReviewRow Review(ReviewEntity row) => new()
    {
        TaskId = row.TaskId,
        A = Key(row.AConnection, row.AKey, row.APart),
        PartA = (int)row.PartA,
        B = row.BConnection is null ? null : Key(row.BConnection, row.BKey!, row.BPart!),
        PartB = (int?)row.PartB,
        Weight = (int)row.Weight,
        Pattern = unchecked((ulong)row.Pattern),
        Reason = (DoubtReason)row.Reason,
        State = (ReviewState)row.State,
        OpenedAt = row.OpenedAt.ToInstant(),
        ClosedAt = row.ClosedAt.ToInstant(),
        DecisionId = row.DecisionId,
        Assignee = Text(row.Assignee),
    };

    public static DecisionRow Decision(DecisionEntity row) => new()
    {
        DecisionId = row.DecisionId,
        A = Key(row.AConnection, row.AKey, row.APart),
        B = Key(row.BConnection, row.BKey, row.BPart),
        Same = row.Same != 0,
        By = StoredText.Read(row.By),
        At = row.At.ToInstant(),
        Reason = Text(row.Reason),
        Action = row.Action,
        GoldenA = Id(row.GoldenA),
        GoldenB = Id(row.GoldenB),
        WithdrawnBy = Text(row.WithdrawnBy),
        WithdrawnAt = row.WithdrawnAt.ToInstant(),
    };

    public static QuarantineRow Quarantine(QuarantineEntity row, string connection, DateTimeOffset now) => new()
    {
        Id = new Guid(row.Id, bigEndian: true),
        Connection = connection,
        Key = Text(row.Key),
        Version = new SourceVersion(row.VersionNumber, StoredText.Read(row.VersionText)),
        ChangedAt = row.ChangedAt.ToInstant(),
        Position = StoredText.Read(row.Position),
        Code = StoredText.Read(row.Code),
        Body = row.ExpiresAt <= now.ToMicros() ? ReadOnlyMemory<byte>.Empty : row.Body,
        Parsed = row.Parsed != 0,
        RunId = StoredText.Read(row.RunId),
        At = row.At.ToInstant(),
        ExpiresAt = row.ExpiresAt.ToInstant(),
        ReplayedAt = row.ReplayedAt.ToInstant(),
    };

    private static PartKey Key(string connection, string key, string part) =>
        new(StoredText.Read(connection), StoredText.Read(key), StoredText.Read(part));

    private static GoldenId? Id(long? value) => value is { } id ? new GoldenId(id) : null;

    private static string? Text(string? stored) => stored is null ? null : StoredText.Read(stored);
}
