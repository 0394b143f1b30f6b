namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>An e-mail, phone or identifier an active golden record is found by, as a hash.</summary>
internal sealed class GoldenKeyEntity
{
    public long Hash { get; set; }

    public long Golden { get; set; }
}
