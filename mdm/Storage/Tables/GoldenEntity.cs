namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>Where a golden id stands: its current version, its last change, and a mask of the connections behind it. Narrow, because ids are random.</summary>
internal sealed class GoldenEntity
{
    public long Golden { get; set; }

    public long Row { get; set; }

    public long State { get; set; }

    public long? LastChange { get; set; }

    public long Connections { get; set; }
}
