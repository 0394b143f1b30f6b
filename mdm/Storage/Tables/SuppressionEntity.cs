namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A hash of a record key that was erased.</summary>
internal sealed class SuppressionEntity
{
    public byte[] Hash { get; set; } = [];
}
