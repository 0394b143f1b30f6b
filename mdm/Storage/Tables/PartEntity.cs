namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>One citizen of one source record, as JSON; the record's key stands here too, so that a rebuild never reads the wide records table.</summary>
internal sealed class PartEntity
{
    public long PartId { get; set; }

    public long RecordId { get; set; }

    public long Connection { get; set; }

    public string Key { get; set; } = "";

    public string Part { get; set; } = "";

    public long? Golden { get; set; }

    public long? LastGolden { get; set; }

    public long Matchable { get; set; }

    public long? ChangedAt { get; set; }

    public byte[] Citizen { get; set; } = [];
}
