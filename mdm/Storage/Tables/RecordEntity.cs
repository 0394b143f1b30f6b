namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A source record's live version.</summary>
internal sealed class RecordEntity
{
    public long RecordId { get; set; }

    public long Connection { get; set; }

    public byte[] KeyHash { get; set; } = [];

    public string Key { get; set; } = "";

    public long VersionNumber { get; set; }

    public string VersionText { get; set; } = "";

    public long Revision { get; set; }

    public byte[] ContentHash { get; set; } = [];

    public long Deleted { get; set; }

    public long? ChangedAt { get; set; }

    public long ReceivedAt { get; set; }

    public byte[] Body { get; set; } = [];
}
