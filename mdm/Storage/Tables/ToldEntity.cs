namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>What a subscription was last told of a citizen.</summary>
internal sealed class ToldEntity
{
    public string Subscription { get; set; } = "";

    public long Golden { get; set; }

    public long Version { get; set; }

    public long Inside { get; set; }

    public string? ForeignKey { get; set; }

    public string Written { get; set; } = "";

    public long At { get; set; }
}
