namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A record that could not be used.</summary>
internal sealed class QuarantineEntity
{
    public long Number { get; set; }

    public byte[] Id { get; set; } = [];

    public long Connection { get; set; }

    public byte[]? KeyHash { get; set; }

    public string? Key { get; set; }

    public long VersionNumber { get; set; }

    public string VersionText { get; set; } = "";

    public long? ChangedAt { get; set; }

    public string Position { get; set; } = "";

    public string Code { get; set; } = "";

    public long Parsed { get; set; }

    public string RunId { get; set; } = "";

    public long At { get; set; }

    public long? ExpiresAt { get; set; }

    /// <summary>1 once the body was emptied because its time was over.</summary>
    public long Expired { get; set; }

    public long? ReplayedAt { get; set; }

    public byte[] Body { get; set; } = [];
}
