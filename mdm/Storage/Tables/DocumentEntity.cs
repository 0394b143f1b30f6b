namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A version of a configuration document.</summary>
internal sealed class DocumentEntity
{
    public string Kind { get; set; } = "";

    public string Name { get; set; } = "";

    public long Version { get; set; }

    public string Text { get; set; } = "";

    public long At { get; set; }

    public string By { get; set; } = "";

    public long Removed { get; set; }
}
