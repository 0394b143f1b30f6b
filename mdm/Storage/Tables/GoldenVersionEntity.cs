namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A version of a golden record, appended; Previous chains to the one before, Terms holds the search rows it made.</summary>
internal sealed class GoldenVersionEntity
{
    public long Row { get; set; }

    public long Golden { get; set; }

    public long Version { get; set; }

    public long State { get; set; }

    public long? MergedInto { get; set; }

    public long CreatedAt { get; set; }

    public long UpdatedAt { get; set; }

    public long? Previous { get; set; }

    public byte[] Terms { get; set; } = [];

    public byte[]? Overrides { get; set; }

    public byte[] Members { get; set; } = [];

    public byte[] Provenance { get; set; } = [];

    public byte[] Citizen { get; set; } = [];
}
