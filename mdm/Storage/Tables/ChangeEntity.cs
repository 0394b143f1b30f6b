namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A line of the change log; Previous chains to the last change of the same golden record.</summary>
internal sealed class ChangeEntity
{
    public long Sequence { get; set; }

    public long Kind { get; set; }

    public long Golden { get; set; }

    public long Version { get; set; }

    public long At { get; set; }

    public string Attributes { get; set; } = "";

    public string Reason { get; set; } = "";

    public byte[]? Touched { get; set; }

    public long? Previous { get; set; }
}
