namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A replaced version of a source record.</summary>
internal sealed class RecordVersionEntity
{
    public long RecordId { get; set; }

    public long Revision { get; set; }

    public long VersionNumber { get; set; }

    public string VersionText { get; set; } = "";

    public byte[] ContentHash { get; set; } = [];

    public long Deleted { get; set; }

    public long? ChangedAt { get; set; }

    public long ReceivedAt { get; set; }

    public byte[] Body { get; set; } = [];
}
