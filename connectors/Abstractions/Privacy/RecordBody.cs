namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>A record's body, and whether its forbidden fields are known to be gone. Only <see cref="ForbiddenFields"/> and <see cref="PrivateRow"/> can say so: nobody else can claim it.</summary>
public readonly record struct RecordBody
{
    public RecordBody(ReadOnlyMemory<byte> json) => Json = json;

    internal RecordBody(ReadOnlyMemory<byte> json, ForbiddenFields clearedBy) => (Json, ClearedBy) = (json, clearedBy);

    public ReadOnlyMemory<byte> Json { get; }

    internal ForbiddenFields? ClearedBy { get; }

    public static implicit operator RecordBody(ReadOnlyMemory<byte> json) => new(json);

    /// <summary>The same in memory of its own.</summary>
    public RecordBody Copy() => ClearedBy is null ? new(Json.ToArray()) : new(Json.ToArray(), ClearedBy);
}
