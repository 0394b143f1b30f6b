namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>What a record says beside citizens, as JSON.</summary>
internal sealed class LinkedEntity
{
    public long RecordId { get; set; }

    public byte[] Body { get; set; } = [];
}
