namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A name an active golden record is found by, packed into an integer, with filters beside it.</summary>
internal sealed class GoldenNameEntity
{
    public long Name { get; set; }

    public long Golden { get; set; }

    public long Given { get; set; }

    public long Birth { get; set; }

    public long Commune { get; set; }
}
