namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>Where a connection stands.</summary>
internal sealed class CheckpointEntity
{
    public long Connection { get; set; }

    public string Value { get; set; } = "";

    public long At { get; set; }
}
