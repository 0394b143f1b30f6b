using System.Text.Json;
using IntegrationHub.Mdm.Storage.Encoding;

namespace IntegrationHub.Mdm.Storage.Operations;

/// <summary>The operations port's rows as table rows, and back.</summary>
internal static class OperationsMapper
{
    public static RunEntity Run(RunRow run) => new()
    {
        RunId = StoredText.Write(run.RunId), Connection = StoredText.Write(run.Connection), State = (long)run.State,
        StartedAt = run.StartedAt.ToMicros(), EndedAt = run.EndedAt.ToMicros(), ProgressAt = run.ProgressAt.ToMicros(),
        Read = run.Read, Created = run.Created, Updated = run.Updated, Unchanged = run.Unchanged, Deleted = run.Deleted, Quarantined = run.Quarantined,
        FailureCode = Write(run.FailureCode), FailureDetail = Write(run.FailureDetail),
    };

    public static RunRow Run(RunEntity row) => new()
    {
        RunId = StoredText.Read(row.RunId), Connection = StoredText.Read(row.Connection), State = (RunState)row.State,
        StartedAt = row.StartedAt.ToInstant(), EndedAt = row.EndedAt.ToInstant(), ProgressAt = row.ProgressAt.ToInstant(),
        Read = row.Read, Created = row.Created, Updated = row.Updated, Unchanged = row.Unchanged, Deleted = row.Deleted, Quarantined = row.Quarantined,
        FailureCode = Read(row.FailureCode), FailureDetail = Read(row.FailureDetail),
    };

    public static DocumentEntity Document(DocumentRow document) => new()
    {
        Kind = StoredText.Write(document.Kind), Name = StoredText.Write(document.Name), Version = document.Version, Text = StoredText.Write(document.Text),
        At = document.At.ToMicros(), By = StoredText.Write(document.By), Removed = document.Removed ? 1 : 0,
    };

    public static DocumentRow Document(DocumentEntity row) => new(
        StoredText.Read(row.Kind), StoredText.Read(row.Name), (int)row.Version, StoredText.Read(row.Text), row.At.ToInstant(), StoredText.Read(row.By), row.Removed != 0);

    public static ParkedEntity Parked(ParkedDelivery parked) => new()
    {
        Subscription = StoredText.Write(parked.Subscription), Sequence = parked.Sequence, Ids = JsonSerializer.Serialize(parked.Ids),
        Code = StoredText.Write(parked.Code), Detail = StoredText.Write(parked.Detail), Attempts = parked.Attempts, At = parked.At.ToMicros(),
    };

    public static ParkedDelivery Parked(ParkedEntity row) => new(
        StoredText.Read(row.Subscription), row.Sequence, JsonSerializer.Deserialize<string[]>(row.Ids) ?? [],
        StoredText.Read(row.Code), StoredText.Read(row.Detail), (int)row.Attempts, row.At.ToInstant());

    public static ToldEntity Told(ToldCitizen told) => new()
    {
        Subscription = StoredText.Write(told.Subscription), Golden = told.Golden.Value, Version = told.Version, Inside = told.Inside ? 1 : 0,
        ForeignKey = Write(told.ForeignKey), Written = StoredText.Write(told.Written), At = told.At.ToMicros(),
    };

    public static ToldCitizen Told(ToldEntity row) => new(
        StoredText.Read(row.Subscription), new GoldenId(row.Golden), row.Version, row.Inside != 0, Read(row.ForeignKey), StoredText.Read(row.Written), row.At.ToInstant());

    public static AuditEntity Audit(AuditRow line, int position) => new()
    {
        // A time-ordered id keeps the append at the end of the table; order within one call is the position.
        Id = Guid.CreateVersion7(line.At).ToByteArray(bigEndian: true), Position = position, At = line.At.ToMicros(), Actor = StoredText.Write(line.Actor),
        Action = StoredText.Write(line.Action), Golden = Write(line.Golden), Purpose = StoredText.Write(line.Purpose), LegalBasis = StoredText.Write(line.LegalBasis),
    };

    public static AuditRow Audit(AuditEntity row) => new(
        row.At.ToInstant(), StoredText.Read(row.Actor), StoredText.Read(row.Action), Read(row.Golden), StoredText.Read(row.Purpose), StoredText.Read(row.LegalBasis));

    private static string? Write(string? text) => text is null ? null : StoredText.Write(text);

    private static string? Read(string? stored) => stored is null ? null : StoredText.Read(stored);
}
