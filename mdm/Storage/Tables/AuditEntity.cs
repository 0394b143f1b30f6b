namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A line of the access log; Position orders the lines of one call.</summary>
internal sealed class AuditEntity
{
    public byte[] Id { get; set; } = [];

    public long At { get; set; }

    public long Position { get; set; }

    public string Actor { get; set; } = "";

    public string Action { get; set; } = "";

    public string? Golden { get; set; }

    public string Purpose { get; set; } = "";

    public string LegalBasis { get; set; } = "";
}
