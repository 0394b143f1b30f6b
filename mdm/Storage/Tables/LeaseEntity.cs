namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>Who should write, until when.</summary>
internal sealed class LeaseEntity
{
    public string Name { get; set; } = "";

    public string Holder { get; set; } = "";

    public long Until { get; set; }
}
