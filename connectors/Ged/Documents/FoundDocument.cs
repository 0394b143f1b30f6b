using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Ged.Documents;

/// <summary>A document, or its deletion.</summary>
/// <param name="Body">Empty for a deletion.</param>
internal sealed record FoundDocument(string Key, DateTimeOffset At, ReadOnlyMemory<byte> Body)
{
    public string Mark => $"{Key}@{At.ToUnixTimeMilliseconds()}{(Body.IsEmpty ? "-" : "")}";

    // A deletion in the very millisecond of a change comes after it.
    public SourceRecord Record => new()
    {
        Key = Key,
        Version = new RecordVersion(At.UtcTicks, Body.IsEmpty ? "deleted" : ""),
        ChangedAt = At,
        Body = Body,
        Deleted = Body.IsEmpty,
    };
}
